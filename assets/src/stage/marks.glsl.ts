/** GLSL of nodes, halos and links: camera-facing instances. */
import { CAMERA, PRECISION } from './shaders';
import { PAIRS } from './tokens';

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
  if(vLook.y>3.5)body*=.14+.86*smoothstep(.52-px,.62+px,d);
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

/**
 * look: factors of width and opacity; flow: measured r, position of its pair (-1: none), length mm. A level is what the pair was before, what it is
 * now, and how much of a change is shown. phase: 0 before, 1 now, 2 only the difference. Stronger is wider and in the colour of increase; weaker is
 * thinner, dashed, in the colour of decrease, inside a pale casing as wide as the link was.
 */
export const LINK_VERT = `${PRECISION}${CAMERA}
in vec3 position,a,b,c,toneA,toneC,flow;in vec2 look;
out float vSide,vHalf,vReach,vCase,vDash,vAlong,vPale;out vec4 vTone;
uniform vec3 thread,increase,decrease,level[${PAIRS}];uniform vec2 pane;
uniform float steps,glow,scale,far0,far1,white,xray,phase,low,high,quiet;
vec3 at(float t){return mix(mix(a,b,t),mix(b,c,t),t);}
float weight(float r){return clamp((r-low)/(high-low),0.,1.);}
void main(){
  float t=position.x/steps;
  vec3 lv=flow.y<0.?vec3(0.,0.,1.):level[int(flow.y)];
  float d=phase<.5?0.:lv.y-lv.x,k=smoothstep(.04,.22,abs(d));
  float was=weight(flow.x*(1.+lv.x)),w=phase<.5?was:weight(flow.x*(1.+lv.y));
  float width=.7+4.6*w,alpha=.1+.72*w;
  if(phase>1.5){width=.8+5.2*min(1.,abs(d)*flow.x*3.);alpha=.07+(d<0.?.74:.88)*k;}
  else if(d<0.){width=mix(width,max(2.*k,width*(1.-.4*k)),k);alpha+=.5*k;}
  else{width+=.9*k;alpha+=.34*k;}
  alpha=min(.96,alpha)*mix(1.,lv.z,max(k,step(1.5,phase)));
  /* What does not change steps back while something does, before and now alike. */
  alpha*=1.-quiet*(1.-smoothstep(.04,.22,abs(lv.y-lv.x)))*step(phase,1.5);
  vec4 p=modelViewMatrix*vec4(at(t),1.),P=projectionMatrix*p,Q=projectionMatrix*(modelViewMatrix*vec4(at(t+.01),1.));
  vec2 dir=normalize((Q.xy/Q.w-P.xy/P.w)*pane+1e-5);
  vHalf=width*look.x*.5*scale;vCase=d<0.&&phase<1.5?(.7+4.6*was)*look.x*.5*scale*step(.01,k):0.;
  vReach=max(vHalf,vCase)+1.+glow*clamp(.3+.25*width*look.x,0.,1.);vSide=position.y*vReach;
  P.xy+=vec2(-dir.y,dir.x)*vSide/pane*2.*P.w;
  float end=abs(2.*t-1.);end*=end;
  float near=1.-smoothstep(far0,far1,-p.z);
  vec3 tone=mix(thread,d>0.?increase:decrease,k);
  float seen=look.y*(1.+.3*white)*mix(.45,1.,near)*smoothstep(1.,.92,end)*xray;
  vTone=vec4(mix(tone,t<.5?toneA:toneC,end*end*.62*(1.-k)),min(.96,alpha*seen));
  vPale=.17*k*seen*lv.z;vDash=d<0.?k:0.;vAlong=t*flow.z;
  gl_Position=P;
}`;

/** A core with smooth edges, and beside it a glow that has quite ended where the ribbon does. Dashes are 3.9 of 6.4 mm long. */
export const LINK_FRAG = `${PRECISION}
in float vSide,vHalf,vReach,vCase,vDash,vAlong,vPale;in vec4 vTone;out vec4 o;
uniform vec3 thread;uniform float glowGain,white,sharp,xray;
void main(){
  float d=abs(vSide),core=clamp((vHalf-d)*sharp+.5,0.,1.),x=d/vReach;
  float g=max(0.,1.-x*x);g*=g;g*=g*glowGain*xray;
  float m=mod(vAlong,6.4),w=fwidth(vAlong),on=smoothstep(0.,w,m)*(1.-smoothstep(3.9,3.9+w,m));
  core*=mix(1.,on,vDash);g*=mix(1.,.25+.75*on,vDash);
  float a=min(1.,(core+g*(1.-core))*vTone.a),shell=clamp((vCase-d)*sharp+.5,0.,1.)*step(.01,vCase)*vPale*(1.-a);
  vec3 c=mix(vTone.rgb,vec3(1.),core*.18*(1.-white));
  o=vec4((c*a+thread*shell)/max(a+shell,1e-4),a+shell);
}`;

/** An arrow at the middle of a link: up where it has grown, down where it has shrunk. look: direction, how much it is shown. */
export const ARROW_VERT = `${PRECISION}${CAMERA}
in vec3 position,centre;in vec2 look;out vec2 vUv,vLook;
uniform vec2 pane;uniform float scale,size;
void main(){
  vUv=position.xy;vLook=look;
  vec4 P=projectionMatrix*(modelViewMatrix*vec4(centre,1.));
  P.xy+=position.xy*size*scale/pane*2.*P.w;
  gl_Position=P;
}`;

export const ARROW_FRAG = `${PRECISION}
in vec2 vUv,vLook;out vec4 o;uniform vec3 paper,increase,decrease;
float triangle(vec2 p){p.y+=.12;return max(abs(p.x)*.866+p.y*.5,-p.y)-.34;}
void main(){
  float d=triangle(vec2(vUv.x,vUv.y*vLook.x)),w=fwidth(d);
  float rim=1.-smoothstep(.16-w,.16+w,d),body=1.-smoothstep(-w,w,d);
  o=vec4(mix(paper,vLook.x>0.?increase:decrease,body),max(body,rim*.9)*vLook.y);
}`;
