/** Solids under the cortex: one geometry for all of them, shaded softly, in one colour; the one pointed at is brighter. */
import { BufferAttribute, BufferGeometry, GLSL3, GreaterDepth, LessEqualDepth, Mesh, NormalBlending, RawShaderMaterial } from 'three';
import { normalsOf, type Solid } from '../picture';
import type { Shown } from './cortex';
import { CAMERA, PRECISION } from './shaders';
import type { Tokens, Uniforms } from './tokens';

/** mm from the midline within which a solid belongs to both hemispheres. */
const MIDLINE = 1;

const VERT = `${PRECISION}${CAMERA}
in vec3 position,normal;in float lit;
uniform mat3 normalMatrix;
out vec3 vN,vE;out float vLit;
void main(){vec4 p=modelViewMatrix*vec4(position,1.);vN=normalMatrix*normal;vE=-p.xyz;vLit=lit;gl_Position=projectionMatrix*p;}`;

const FRAG = `${PRECISION}
in vec3 vN,vE;in float vLit;out vec4 o;
uniform vec3 tone,ink;uniform float white,xray;
void main(){
  vec3 n=normalize(vN),e=normalize(vE);
  float facing=clamp(dot(n,e),0.,1.),sky=.5+.5*dot(n,vec3(-.3674,.8923,.2624)),rim=pow(1.-facing,1.6);
  vec3 c=tone*mix(.16+.62*sky*sky+.22*facing,.70+.20*sky+.14*facing,white);
  float k=clamp(dot(reflect(-e,n),vec3(-.4575,.7625,.4575)),0.,1.);k*=k;k*=k;k*=k;
  c+=k*k*.35*(1.-white);
  c=mix(c,mix(tone,vec3(1.),.35),rim*.7*(1.-white));c=mix(c,tone*.55,rim*.6*white);
  c=mix(c,mix(tone,ink,.5),vLit*.6);
  /* Soft where it turns away from the eye: edges are smooth without multisampling. */
  o=vec4(c,(mix(.66,.95,max(rim,vLit*.8))*smoothstep(0.,.34,facing))*xray);
}`;

export class Deep {
  readonly body: Mesh;
  /** What stands behind an opaque cortex, seen faintly through it. */
  readonly behind: Mesh;
  private geometry = new BufferGeometry();
  private tone;
  private key = '';
  private solids: Solid[] = [];

  constructor(private u: Uniforms) {
    this.tone = { value: [0.6, 0.9, 0.8] };
    this.body = this.mesh({ depthFunc: LessEqualDepth, depthWrite: true }, 1, 2);
    this.behind = this.mesh({ depthFunc: GreaterDepth, depthWrite: false }, 0.5, 3);
  }
  private mesh(state: object, xray: number, order: number): Mesh {
    const material = new RawShaderMaterial({
      glslVersion: GLSL3, transparent: true, blending: NormalBlending, vertexShader: VERT, fragmentShader: FRAG,
      uniforms: { ...this.u, tone: this.tone, xray: { value: xray } }, ...state,
    });
    const m = new Mesh(this.geometry, material);
    m.frustumCulled = false;
    m.matrixAutoUpdate = false;
    m.renderOrder = order;
    return m;
  }
  get empty(): boolean { return !this.solids.length; }

  set(solids: Solid[]): void {
    this.solids = solids;
    this.key = '';
  }

  /** Bring the buffers up to date: those of the hemispheres shown, the one pointed at (-1: none) brighter. */
  fill(shown: Shown, hovered: number, tokens: Tokens): void {
    tokens.colour('--deep').toArray(this.tone.value);
    const key = `${shown} ${this.solids.length}`;
    if (key !== this.key) {
      this.key = key;
      this.build(shown);
    }
    const lit = this.geometry.getAttribute('lit') as BufferAttribute | undefined;
    if (!lit) return;
    let at = 0;
    this.solids.forEach((s, k) => {
      const n = s.vertices.length / 3;
      lit.array.fill(k === hovered ? 1 : 0, at, at + n);
      at += n;
    });
    lit.needsUpdate = true;
  }

  private build(shown: Shown): void {
    const count = this.solids.reduce((n, s) => n + s.vertices.length, 0);
    const position = new Float32Array(count);
    const normal = new Float32Array(count);
    const index: number[] = [];
    let at = 0;
    for (const solid of this.solids) {
      const first = at / 3;
      position.set(solid.vertices, at);
      if (belongs(solid, shown)) for (const f of solid.faces) index.push(first + f);
      normal.set(normalsOf(solid), at);
      at += solid.vertices.length;
    }
    this.geometry.dispose();
    this.geometry.setAttribute('position', new BufferAttribute(position, 3));
    this.geometry.setAttribute('normal', new BufferAttribute(normal, 3));
    this.geometry.setAttribute('lit', new BufferAttribute(new Float32Array(count / 3), 1));
    this.geometry.setIndex(new BufferAttribute(Uint16Array.from(index), 1));
  }

  dispose(): void {
    this.geometry.dispose();
    for (const m of [this.body, this.behind]) (m.material as RawShaderMaterial).dispose();
  }
}

function belongs({ vertices }: Solid, shown: Shown): boolean {
  if (shown === 'both') return true;
  let x = 0;
  for (let i = 0; i < vertices.length; i += 3) x += vertices[i];
  x /= vertices.length / 3;
  return Math.abs(x) < MIDLINE || x < 0 === (shown === 'left');
}
