/** GLSL of the cortex and of the layers. Colours and gains are uniforms from the design tokens; widths are px of the target drawn to. */

export const PRECISION = 'precision highp float;precision highp int;\n';
export const CAMERA = 'uniform mat4 modelViewMatrix,projectionMatrix;\n';

/** Both shapes of the cortex are on the GPU: the morph is one uniform. `invariant`, so that depth pass and shells agree to the bit. */
export const CORTEX_VERT = `${PRECISION}${CAMERA}
in vec3 position,inflated;in vec4 normal,normalInflated,share0,share1,extra;
uniform mat3 normalMatrix;uniform float morph;
out vec3 vN,vE;out vec4 vA,vB;out vec2 vX;
invariant gl_Position;
void main(){
  vec4 p=modelViewMatrix*vec4(mix(position,inflated,morph),1.);
  vN=normalMatrix*mix(normal.xyz,normalInflated.xyz,morph);vE=-p.xyz;vA=share0;vB=share1;vX=extra.xy;
  gl_Position=projectionMatrix*p;
}`;

export const DEPTH_FRAG = `${PRECISION}out vec4 o;void main(){o=vec4(0.);}`;

/**
 * Territories: soft memberships of eight of them; what is left belongs to none. The border runs where the two largest are equal. Its width
 * comes from the slope of all memberships on screen, which stays smooth where the largest one changes.
 */
const SURFACE = `
in vec3 vN,vE;in vec4 vA,vB;in vec2 vX;out vec4 o;
uniform vec3 tones[8],rimHigh,rimLow,body,ink,bone;
uniform float rimPower,rimGain,bodyGain,tintGain,lineGain,contour,white;
float land,border,chosen,ring;vec3 tone;
void territory(){
  float none=max(0.,1.-dot(vA,vec4(1.))-dot(vB,vec4(1.))),best=0.,next=0.,m;
  for(int i=0;i<4;i++){
    m=vA[i];if(m>best){next=best;best=m;tone=tones[i];}else next=max(next,m);
    m=vB[i];if(m>best){next=best;best=m;tone=tones[i+4];}else next=max(next,m);
  }
  float slope=dot(fwidth(vA)+fwidth(vB),vec4(1.))+fwidth(none);
  land=smoothstep(.40,.62,best);
  float margin=none>best?none-best:best-max(next,none);
  border=1.-smoothstep(0.,contour,margin/max(slope,1e-4));
  chosen=smoothstep(.38,.62,vX.y);
  ring=1.-smoothstep(0.,contour*1.25,abs(vX.y-.5)/max(fwidth(vX.y),1e-4));
}`;

export const GLASS_FRAG = `${PRECISION}${SURFACE}
uniform float side,fade;
void main(){
  vec3 n=normalize(vN)*side,e=normalize(vE);
  float facing=clamp(dot(n,e),0.,1.),rim=pow(1.-facing,rimPower);
  float sky=.5+.5*dot(n,normalize(vec3(-.35,.85,.25)));
  float key=pow(clamp(dot(reflect(-e,n),normalize(vec3(-.45,.75,.45))),0.,1.),18.);
  float gyrus=1.-smoothstep(.18,.62,vX.x),deep=smoothstep(.3,.95,vX.x);
  territory();
  float line=border*lineGain,lit=.35+.65*facing;
  float crest=pow(1.-facing,rimPower*2.6)*(.35+.65*sky);
  float a=rim*rimGain+crest*.3*(1.-white)+bodyGain*(.35+.65*gyrus)*(.4+.6*sky)+key*.16*rimGain;
  vec3 c=mix(body,mix(rimLow,rimHigh,sky),clamp(rim*1.4+.25*gyrus,0.,1.));
  c+=crest*.22*(1.-white);
  c=mix(c,tone*(.94+.28*rim)+crest*.22*(1.-white),land*min(.85,tintGain*7.));
  a+=land*tintGain*lit*(1.15-.55*deep);
  a=max(a,line*lit);c=mix(c,tone,line);
  c=mix(c,tone,chosen*.55);a+=chosen*tintGain*1.9*lit;
  c=mix(c,mix(tone,ink,.45),ring*.9);a=max(a,ring*lit*.9);
  o=vec4(c,clamp(a,0.,1.)*fade);
}`;

export const MATTE_FRAG = `${PRECISION}${SURFACE}
void main(){
  vec3 n=normalize(vN),e=normalize(vE);
  float facing=clamp(dot(n,e),0.,1.);
  float sky=.5+.5*dot(n,normalize(vec3(-.35,.85,.25)));
  float key=pow(clamp(dot(reflect(-e,n),normalize(vec3(-.45,.75,.45))),0.,1.),22.);
  float crown=1.-smoothstep(.12,.88,vX.x);
  territory();
  vec3 c=mix(bone,tone,land*.70);
  c=mix(c,mix(tone,ink,.55),chosen*.35);
  c*=(.42+.58*crown)*(.34+.50*sky+.26*facing);
  c=mix(c,mix(body,rimHigh,.35*sky)*(1.-.55*white),pow(1.-facing,3.)*.55);
  c+=key*.12*(1.-.6*white)*crown;
  c=mix(c,c*.42,border*.75*(.3+.7*facing));
  c=mix(c,ink,ring*.85);
  o=vec4(c,1.);
}`;

/** A triangle over the whole canvas, or (`box`, clip space) over the part where the brain is. */
export const FLAT_VERT = `${PRECISION}
in vec3 position;uniform vec4 box;out vec2 vUv;
void main(){vec2 p=mix(box.xy,box.zw,position.xy*.5+.5);vUv=p*.5+.5;gl_Position=vec4(p,0.,1.);}`;

/** The ground, dithered so that the dark gradient has no bands; with HAS, the shell behind everything laid over it. */
export const SKY_FRAG = `${PRECISION}
in vec2 vUv;out vec4 o;uniform vec3 top,bottom;uniform vec2 focus;uniform float ratio;
#ifdef HAS
uniform sampler2D map;
#endif
float noise(vec2 p){return fract(52.9829189*fract(dot(p,vec2(.06711056,.00583715))));}
void main(){
  float t=smoothstep(.05,1.05,length((vUv-focus)*vec2(ratio,1.15)));
  o=vec4(mix(top,bottom,t)+(noise(gl_FragCoord.xy)-.5)/255.,1.);
  #ifdef HAS
  vec4 c=texture(map,vUv);o.rgb=o.rgb*(1.-c.a)+c.rgb;
  #endif
}`;

/** A stored layer, or the average of one that was drawn larger. */
export const RESOLVE_FRAG = `${PRECISION}in vec2 vUv;out vec4 o;uniform sampler2D map;void main(){o=texture(map,vUv);}`;

/** A stored layer that brings its depth along, so that nodes part into those before and those behind the surface. */
export const LAYER_FRAG = `${PRECISION}
out vec4 o;uniform highp sampler2D map,deep;uniform float times;
void main(){
  o=texelFetch(map,ivec2(gl_FragCoord.xy),0);
  gl_FragDepth=texelFetch(deep,ivec2(gl_FragCoord.xy*times),0).r;
}`;
