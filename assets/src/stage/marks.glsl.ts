/** GLSL of nodes, halos and links: camera-facing instances. */
import { CAMERA, PRECISION } from './shaders';

/** look: radius mm, silhouette, strength left when dimmed, halo. */
export const NODE_VERT = `${PRECISION}${CAMERA}
in vec3 position,centre,tone;in vec4 look;
out vec2 vUv;out vec4 vLook;out vec3 vTone;out float vPx;
uniform float span,pxPerMm;
void main(){
  vUv=position.xy*span;vLook=look;vTone=tone;
  vec4 p=modelViewMatrix*vec4(centre,1.);
  p.xyz+=normalize(-p.xyz)*(look.x+.5);
  vPx=look.x*pxPerMm/-p.z;
  p.xy+=position.xy*span*look.x;
  gl_Position=projectionMatrix*p;
}`;

/** DEEP: only what stands before the surface, whose depth is given; what is dimmed stays under the glass. */
export const NODE_FRAG = `${PRECISION}
in vec2 vUv;in vec4 vLook;in vec3 vTone;in float vPx;out vec4 o;
uniform vec3 paper;uniform float white,xray;
#ifdef DEEP
uniform highp sampler2D deep;uniform float times;
#endif
float shape(vec2 p,float k){
  if(k>.5&&k<1.5)return(abs(p.x)+abs(p.y))*.80;
  if(k>1.5&&k<2.5){vec2 q=abs(p)-.68;return length(max(q,0.))+min(max(q.x,q.y),0.)+.74;}
  return length(p);
}
void main(){
  float px=1./max(vPx,1.),d=shape(vUv,vLook.y);
  float body=1.-smoothstep(1.-px,1.+px,d);
  if(body*vLook.z<.02)discard;
#ifdef DEEP
  if(vLook.z<.99||gl_FragCoord.z>texelFetch(deep,ivec2(gl_FragCoord.xy*times),0).r)discard;
#endif
  float r=min(length(vUv),1.);vec3 n=vec3(vUv,sqrt(max(0.,1.-r*r)));
  float lit=clamp(dot(n,normalize(vec3(-.4,.6,.7))),0.,1.);
  vec3 c=mix(vTone*(.62+.5*lit)+pow(lit,14.)*.35,mix(vTone,vTone*.86,1.-lit),white);
  float edge=smoothstep(1.-2.6*px,1.-.6*px,d);
  c=mix(c,mix(vTone,vec3(1.),.55),edge*(1.-white)*.8);c=mix(c,vTone*.6,edge*white*.8);
  o=vec4(mix(c,paper,(1.-vLook.z)*.55),body*mix(.35,1.,vLook.z)*xray);
}`;

export const HALO_FRAG = `${PRECISION}
in vec2 vUv;in vec4 vLook;in vec3 vTone;in float vPx;out vec4 o;uniform float haloGain,xray,span;
void main(){
  float x=max(0.,1.-length(vUv)/span),y=x*x,g=y*(sqrt(x)+.7*y*y*x);
  o=vec4(vTone,g*vLook.w*vLook.z*haloGain*xray);
}`;

/** look: width px, opacity. Each end glows in the colour of its node. */
export const LINK_VERT = `${PRECISION}${CAMERA}
in vec3 position,a,b,c,toneA,toneC;in vec2 look;
out float vSide,vHalf,vReach;out vec4 vTone;
uniform vec3 thread;uniform vec2 pane;uniform float steps,glow,scale,far0,far1,white,xray;
vec3 at(float t){return mix(mix(a,b,t),mix(b,c,t),t);}
void main(){
  float t=position.x/steps;
  vec4 p=modelViewMatrix*vec4(at(t),1.),P=projectionMatrix*p,Q=projectionMatrix*modelViewMatrix*vec4(at(t+.01),1.);
  vec2 dir=normalize((Q.xy/Q.w-P.xy/P.w)*pane+1e-5);
  vHalf=look.x*.5*scale;vReach=vHalf+1.+glow*clamp(.3+.25*look.x,0.,1.);vSide=position.y*vReach;
  P.xy+=vec2(-dir.y,dir.x)*vSide/pane*2.*P.w;
  float end=abs(2.*t-1.);end*=end;
  float near=1.-smoothstep(far0,far1,-p.z);
  vTone=vec4(mix(thread,t<.5?toneA:toneC,end*end*.62),look.y*mix(.45,1.,near)*smoothstep(1.,.92,end)*xray*(1.+.3*white));
  gl_Position=P;
}`;

/** A core with smooth edges, and beside it a glow that has quite ended where the ribbon does. */
export const LINK_FRAG = `${PRECISION}
in float vSide,vHalf,vReach;in vec4 vTone;out vec4 o;
uniform float glowGain,white,sharp,xray;
void main(){
  float d=abs(vSide),core=clamp((vHalf-d)*sharp+.5,0.,1.),x=d/vReach;
  float g=max(0.,1.-x*x);g*=g;g*=g*glowGain*xray;
  o=vec4(mix(vTone.rgb,vec3(1.),core*.18*(1.-white)),min(1.,(core+g*(1.-core))*vTone.a));
}`;
