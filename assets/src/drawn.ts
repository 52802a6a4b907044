/** The drawn tier: SVG made by Python. This behaviour swaps its layers, tints territories and redraws nodes and links. */
import { config } from './config';
import { need } from './files';
import { inView, linkPath, project } from './camera';
import { weight } from './network';
import { EACH_WAY, LEAST_R, middleOf, radiusOf, stepBack, type PaneKind, type Picture, type PictureLink, type PictureNode, type Vec3, type ViewName } from './picture';

interface Layers { shell: string }
interface Territory { territory: string }

/** Silhouette of a node, of about the same area for each shape; the rule of neuroviz/scenes/nodes.py. */
function silhouette(shape: PictureNode['shape'], r: number, more: string): string {
  const k = Math.round((shape === 'diamond' ? 1.25 : 0.94) * r);
  if (shape === 'diamond') return `<path ${more} d="M0 ${-k}L${k} 0 0 ${k} ${-k} 0z"/>`;
  if (shape === 'square') return `<rect ${more} x="${-k}" y="${-k}" width="${2 * k}" height="${2 * k}" rx="${Math.round(0.2 * r)}"/>`;
  return `<circle ${more} r="${r}"/>`;
}

/** The rules of neuroviz/scenes/links.py: from which to which difference of levels the colour of change grows in; size of an arrow. */
const [LEAST, MOST] = [0.04, 0.22];
const ARROW_PX = 6.5;
const growth = (delta: number): number => { const t = Math.min(1, Math.max(0, (Math.abs(delta) - LEAST) / (MOST - LEAST))); return t * t * (3 - 2 * t); };

/** A link at the present moment. */
interface Strand { link: PictureLink; now: number; was: number; delta: number; shown: number }

export class Drawn {
  kind: PaneKind = 'now';
  private view: ViewName;
  private atlas: string;
  private svg: SVGSVGElement;

  constructor(host: HTMLElement) {
    this.svg = host.querySelector<SVGSVGElement>('svg[data-view]')!;
    this.view = this.svg.dataset.view as ViewName;
    this.atlas = this.svg.dataset.atlas ?? '';
  }

  /** Draw a picture from a viewpoint; layers that are not there yet are loaded first. */
  async show(picture: Picture, view: ViewName): Promise<void> {
    const atlas = picture.areas;
    if (view !== this.view || atlas !== this.atlas) {
      const [shell, territory] = await Promise.all([
        view === this.view ? null : need<Layers>(`drawn/${view}`),
        !picture.bare ? need<Territory>(`drawn/${view}/${atlas}`) : { territory: '<g class="territory"></g>' },
      ]);
      if (shell) this.layer('shell').outerHTML = shell.shell;
      this.layer('territory').outerHTML = territory.territory;
      this.view = view;
      this.atlas = atlas;
      this.svg.dataset.view = view;
      this.svg.dataset.atlas = atlas;
    }
    this.update(picture);
  }

  /** Whether the layers of this viewpoint and of these areas are here. */
  has(picture: Picture, view: ViewName): boolean { return view === this.view && picture.areas === this.atlas; }

  /** Only the levels have changed. */
  move(picture: Picture): void { this.links(picture); }

  /** Draw a picture from the viewpoint whose layers are here. */
  update(picture: Picture): void {
    this.tint(picture);
    this.links(picture);
    this.nodes(picture);
    this.layer('labels').replaceChildren();
  }

  /** CSS px of a node of the picture inside `box`. */
  place(node: PictureNode, box: DOMRect): { x: number; y: number; shown: boolean } {
    return { ...this.placeAt(node.at, box), shown: inView(node.at, this.view) };
  }

  /** The same for a place in the head. */
  placeAt(at: Vec3, box: DOMRect): { x: number; y: number } {
    const p = project(at, this.view);
    const m = this.svg.getScreenCTM()!;
    return { x: p.x * m.a + m.e - box.left, y: p.y * m.d + m.f - box.top };
  }

  bounds(box: DOMRect): { x0: number; y0: number; x1: number; y1: number } {
    const r = this.layer('shell').getBoundingClientRect();
    return { x0: r.left - box.left, y0: r.top - box.top, x1: r.right - box.left, y1: r.bottom - box.top };
  }

  private layer(name: string): SVGGElement { return this.svg.querySelector<SVGGElement>(`g.${name}`)!; }

  private tint(picture: Picture): void {
    this.svg.toggleAttribute('data-painted', picture.painted);
    for (const path of this.layer('territory').querySelectorAll<SVGPathElement>('[data-parcel]')) {
      const token = picture.territory[Number(path.dataset.parcel)] ?? '';
      if (token) path.style.setProperty('--c', `var(${token})`);
      else path.style.removeProperty('--c');
    }
  }

  /** What is drawn of the links now: r × (1 + level), and how far the level is from before. */
  strands(picture: Picture): Strand[] {
    const most = config.limits.drawnLinks;
    return picture.links
      .filter((l, k) => (k < most || l.pair >= 0 || l.lit) && inView(picture.nodes[l.a].at, this.view) && inView(picture.nodes[l.b].at, this.view))
      .map((link) => {
        const at = link.pair < 0 ? null : picture.levels;
        const [before, now] = [at?.before[link.pair] ?? 0, at?.now[link.pair] ?? 0];
        const own = this.kind === 'before' ? before : now;
        return { link, now: link.r * (1 + own), was: link.r * (1 + before), delta: own - before, shown: at?.shown[link.pair] ?? 1 };
      });
  }

  private links(picture: Picture): void {
    const { before = [], now = [] } = picture.levels ?? {};
    const most = Math.max(0, ...now.map((x, k) => Math.abs(x - before[k])));
    this.layer('links').style.setProperty('--quiet', stepBack(most).toFixed(3));
    const strands = this.strands(picture).sort((p, q) => Number(p.link.lit ?? false) - Number(q.link.lit ?? false) || Number(growth(p.delta) > 0) - Number(growth(q.delta) > 0) || p.now - q.now); /* what matters lies on top */
    const clear = strands.filter((s) => !this.dim(picture, s.link));
    const arrows = [1, -1].flatMap((sign) => clear.filter((s) => sign * (s.now - s.was) >= LEAST_R).sort((p, q) => sign * (q.now - q.was - p.now + p.was)).slice(0, EACH_WAY));
    this.layer('links').innerHTML = strands.map((s) => this.link(picture, s)).join('') + arrows.map((s) => this.arrow(picture, s)).join('');
  }

  /** Whether a link steps back because another region is chosen. */
  private dim({ bright, selected }: Picture, { lit, a, b }: PictureLink): boolean { return !lit && bright !== null && a !== selected && b !== selected; }

  private link(picture: Picture, { link, now, was, delta, shown }: Strand): string {
    const [a, b] = [picture.nodes[link.a], picture.nodes[link.b]];
    const far = 0.45 + 0.55 * ((project(a.at, this.view).nearness + project(b.at, this.view).nearness) / 2);
    const dim = this.dim(picture, link);
    const k = growth(delta);
    const d = linkPath(a.at, b.at, this.view);
    const change = k ? `;--k:${k.toFixed(2)};--s:${shown.toFixed(2)}` : '';
    const only = this.kind === 'difference';
    const wide = only ? (0.1 + 5.2 * Math.min(1, Math.abs(now - was) * 3)) / 4.6 : weight(now);
    const turned = link.lit ? ' is-lit' : Math.abs(delta) < LEAST ? (only ? ' is-quiet' : this.moves(picture, link) ? ' is-other' : '') : delta > 0 ? ' is-up' : ' is-down';
    const values = `data-link="${a.index}-${b.index}" data-value="${now.toFixed(4)}" data-delta="${delta.toFixed(3)}" d="${d}"`;
    const casing = turned === ' is-down' && !only ? `<path class="casing" d="${d}" style="--w:${weight(was).toFixed(2)};--f:${(far * (dim ? 0.16 : 1)).toFixed(2)}${change}"/>` : '';
    return `${casing}<path class="link${turned}${dim ? ' is-dim' : ''}" ${values} style="--w:${wide.toFixed(2)};--f:${far.toFixed(2)}${change}"/>`;
  }

  /** Whether a link changes, though this pane shows it as it was. */
  private moves({ levels }: Picture, { pair }: PictureLink): boolean { return Boolean(levels) && pair >= 0 && Math.abs(levels!.now[pair] - levels!.before[pair]) >= LEAST; }

  private arrow(picture: Picture, { link, now, was, shown }: Strand): string {
    const [a, b] = [picture.nodes[link.a].at, picture.nodes[link.b].at];
    const p = project(middleOf(a, b), this.view);
    const size = Math.round(ARROW_PX / (this.svg.getScreenCTM()?.a || 1));
    const tip = now > was ? -size : size;
    return `<path class="arrow ${now > was ? 'rises' : 'falls'}" style="--s:${shown.toFixed(2)}" d="M${Math.round(p.x)} ${Math.round(p.y) + tip}l${size} ${Math.round(-1.7 * tip)}h${-2 * size}z"/>`;
  }

  /** CSS px of the middle of a link inside `box`. */
  middle(a: PictureNode, b: PictureNode, box: DOMRect): { x: number; y: number; shown: boolean } {
    const p = project(middleOf(a.at, b.at), this.view);
    const m = this.svg.getScreenCTM()!;
    return { x: p.x * m.a + m.e - box.left, y: p.y * m.d + m.f - box.top, shown: inView(a.at, this.view) && inView(b.at, this.view) };
  }

  private nodes(picture: Picture): void {
    const seen = picture.nodes
      .map((node, k) => ({ node, k, p: project(node.at, this.view) }))
      .filter(({ node }) => inView(node.at, this.view))
      .sort((m, n) => m.p.scale - n.p.scale || m.k - n.k); /* the farthest first */
    this.layer('nodes').innerHTML = seen
      .map(({ node, k, p }) => {
        const ring = node.shape === 'ring';
        const dot = node.shape === 'dot' || ring;
        const r = Math.round(radiusOf(node.shape, node.strength) * p.scale);
        const halo = dot ? '' : `<circle class="halo" r="${Math.round(4.6 * r)}" fill="url(#live-halo${node.colour})" fill-opacity="${(0.12 + 0.75 * node.strength).toFixed(2)}"/>`;
        const shine = dot ? '' : silhouette(node.shape, r, 'class="edge" fill="url(#live-shine)"');
        const held = k === picture.hovered || k === picture.pointed;
        const state = `${k === picture.selected || held ? ' is-selected' : ''}${picture.bright && !picture.bright.has(k) && !held ? ' is-dim' : ''}`;
        const style = `--c:var(${node.colour});--f:${(0.5 + 0.5 * p.nearness).toFixed(2)}`;
        return `<g class="node${state}" data-node="${node.index}" transform="translate(${Math.round(p.x)} ${Math.round(p.y)})" style="${style}"><g class="mark">${halo}${silhouette(node.shape, r, ring ? 'class="hollow"' : 'class="solid"')}${shine}</g></g>`;
      })
      .join('');
  }
}
