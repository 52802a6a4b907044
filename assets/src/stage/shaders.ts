/** GLSL of the cortex and of the layers. Colours and gains are uniforms from the design tokens; widths are px of the target drawn to. */

export const PRECISION = 'precision highp float;precision highp int;\n';
export const CAMERA = 'uniform mat4 modelViewMatrix,projectionMatrix;\n';

/** What glass sends to the eye: colour and opacity, from the paint on it, the chosen parcel and the depth of the fold. */
const GLASS = `
uniform vec3 rimHigh,rimLow,body;
uniform float rimPower,rimGain,bodyGain,tintGain,white,side,fade;
vec3 tone;float lit;
vec4 glass(vec3 n,vec3 e,vec4 paint,float chosen,float fold){
  float facing=clamp(dot(n,e),0.,1.),rim=pow(1.-facing,rimPower);
  float sky=.5+.5*dot(n,vec3(-.3674,.8923,.2624)),gyrus=1.-smoothstep(.18,.62,fold);
  float crest=rim*rim*sqrt(rim)*(.35+.65*sky)*(1.-white),land=smoothstep(.40,.62,paint.a);
  tone=paint.rgb/max(paint.a,.02);lit=.35+.65*facing;
  float a=rim*rimGain+crest*.3+bodyGain*(.35+.65*gyrus)*(.4+.6*sky);
  vec3 c=mix(body,mix(rimLow,rimHigh,sky),clamp(rim*1.4+.25*gyrus,0.,1.))+crest*.22;
  c=mix(c,tone*(.94+.28*rim)+crest*.22,land*min(.85,tintGain*7.)*(.86+.14*rim));
  a+=land*tintGain*lit*(1.3-.6*smoothstep(.3,.95,fold));
  return vec4(mix(c,tone,chosen*.55),a+chosen*tintGain*1.9*lit);
}`;

/**
 * Both shapes of the cortex are on the GPU: the morph is one uniform. `invariant`, so that depth pass and shells agree to the bit.
 * DRAFT is for movement without a graphics card: the triangles of the light mesh are a few pixels large then, so that light falls on corners only.
 */
export const CORTEX_VERT = `${PRECISION}${CAMERA}
in vec3 position,inflated;in vec4 normal,normalInflated,paint,fields;in float fold;
uniform mat3 normalMatrix;uniform float morph;
invariant gl_Position;
#ifdef DRAFT
out vec4 vColour;${GLASS}
#else
out vec3 vN,vE;out vec4 vPaint,vFields;out float vFold;
#endif
void main(){
  vec4 p=modelViewMatrix*vec4(mix(position,inflated,morph),1.);
  vec3 n=normalMatrix*mix(normal.xyz,normalInflated.xyz,morph);
  gl_Position=projectionMatrix*p;
#ifdef DRAFT
  vColour=glass(normalize(n)*side,normalize(-p.xyz),paint,smoothstep(.38,.62,fields.w),fold);
  vColour.a=clamp(vColour.a,0.,1.)*fade;
#else
  vN=n;vE=-p.xyz;vPaint=paint;vFields=fields;vFold=fold;
#endif
}`;

export const DEPTH_FRAG = `${PRECISION}out vec4 o;void main(){o=vec4(0.);}`;
export const DRAFT_FRAG = `${PRECISION}in vec4 vColour;out vec4 o;void main(){o=vColour;}`;

/**
 * Territories: `paint` is the colour (times how much) that is laid on a vertex. Borders run where one of the first three fields crosses a half;
 * the fourth field is the chosen parcel. Widths come from the slope of the fields on screen.
 */
const SURFACE = `
in vec3 vN,vE;in vec4 vPaint,vFields;in float vFold;out vec4 o;
uniform vec3 ink;uniform float contour,lineGain;
vec4 contours(){return 1.-smoothstep(vec4(0.),contour*fwidth(vFields)+1e-4,abs(vFields-.5));}
float border(vec4 l){return max(l.x,max(l.y,l.z));}
/* A whole power without logarithms, which is what a machine without a graphics card spends its time on. */
float gleam(vec3 n,vec3 e){
  float k=clamp(dot(reflect(-e,n),vec3(-.4575,.7625,.4575)),0.,1.);k*=k;float q=k*k;q*=q;return q*q*k;
}`;

export const GLASS_FRAG = `${PRECISION}${SURFACE}${GLASS}
void main(){
  vec3 n=normalize(vN)*side,e=normalize(vE);
  vec4 l=contours(),c=glass(n,e,vPaint,smoothstep(.38,.62,vFields.w),vFold);
  float line=border(l)*lineGain;
  c.a=max(c.a+gleam(n,e)*.16*rimGain,line*lit);c.rgb=mix(c.rgb,tone,line);
  c.rgb=mix(c.rgb,mix(tone,ink,.45),l.w*.9);c.a=max(c.a,l.w*lit*.9);
  o=vec4(c.rgb,clamp(c.a,0.,1.)*fade);
}`;

export const MATTE_FRAG = `${PRECISION}${SURFACE}
uniform vec3 bone,body,rimHigh;uniform float white,painted;
void main(){
  vec3 n=normalize(vN),e=normalize(vE);
  float facing=clamp(dot(n,e),0.,1.);
  float sky=.5+.5*dot(n,vec3(-.3674,.8923,.2624));
  float key=gleam(n,e);
  float crown=1.-smoothstep(.12,.88,vFold);
  vec4 l=contours();float land=smoothstep(.40,.62,vPaint.a);vec3 tone=vPaint.rgb/max(vPaint.a,.02);
  /* A map of values keeps its colours: little of the light that shapes the folds falls on it. */
  vec3 c=mix(bone,mix(tone,vec3(1.),.26*white*(1.-painted)),land*mix(.70,1.,painted));
  c=mix(c,mix(tone,ink,.55),smoothstep(.38,.62,vFields.w)*.35);
  c*=mix(.42+.58*crown,.80+.20*crown,painted)*mix((.34+.50*sky+.26*facing)*(1.+.12*white),.78+.14*sky+.12*facing,painted);
  c=mix(c,mix(body,rimHigh,.35*sky)*(1.-.55*white),(1.-facing)*(1.-facing)*(1.-facing)*.55*(1.-.6*painted));
  c+=key*.12*(1.-.6*white)*crown*(1.-.8*painted);
  c=mix(c,c*.42,border(l)*.75*(.3+.7*facing)*(1.-.55*painted));
  c=mix(c,ink,l.w*.85);
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

/** A stored layer as it is; a layer that was drawn larger, averaged. */
export const LAYER_FRAG = `${PRECISION}out vec4 o;uniform sampler2D map;void main(){o=texelFetch(map,ivec2(gl_FragCoord.xy),0);}`;
export const RESOLVE_FRAG = `${PRECISION}in vec2 vUv;out vec4 o;uniform sampler2D map;void main(){o=texture(map,vUv);}`;

/** A stored layer that brings its depth along. */
export const DEEP_FRAG = `${PRECISION}
out vec4 o;uniform highp sampler2D map,deep;uniform float times;
void main(){
  o=texelFetch(map,ivec2(gl_FragCoord.xy),0);
  gl_FragDepth=texelFetch(deep,ivec2(gl_FragCoord.xy*times),0).r;
}`;
