/** The drawn tier: SVG made by Python. This behaviour swaps its layers, tints territories and redraws nodes and links. */
import { config } from './config';
import { need } from './files';
import { inView, linkPath, project } from './camera';
import type { Picture, PictureNode, Vec3, ViewName } from './picture';

const SVG = 'http://www.w3.org/2000/svg';
interface Layers { shell: string }
interface Territory { territory: string }

/** Silhouette of a node, of about the same area for each shape; the rule of neuroviz/scenes/nodes.py. */
function silhouette(shape: PictureNode['shape'], r: number, more: string): string {
  const k = Math.round((shape === 'diamond' ? 1.25 : 0.94) * r);
  if (shape === 'diamond') return `<path ${more} d="M0 ${-k}L${k} 0 0 ${k} ${-k} 0z"/>`;
  if (shape === 'square') return `<rect ${more} x="${-k}" y="${-k}" width="${2 * k}" height="${2 * k}" rx="${Math.round(0.2 * r)}"/>`;
  return `<circle ${more} r="${r}"/>`;
}

export class Drawn {
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

  private links(picture: Picture): void {
    const drawn = picture.links
      .filter((l, k) => k < config.limits.drawnLinks || l.lit)
      .filter((l) => inView(picture.nodes[l.a].at, this.view) && inView(picture.nodes[l.b].at, this.view))
      .reverse() /* the strongest lie on top, and over them what is pointed at */
      .sort((l, m) => Number(l.lit ?? false) - Number(m.lit ?? false))
      .map((l) => {
        const [a, b] = [picture.nodes[l.a], picture.nodes[l.b]];
        const path = document.createElementNS(SVG, 'path');
        const far = 0.45 + 0.55 * ((project(a.at, this.view).nearness + project(b.at, this.view).nearness) / 2);
        path.setAttribute('class', l.lit ? 'link is-lit' : picture.bright && l.a !== picture.selected && l.b !== picture.selected ? 'link is-dim' : 'link');
        path.setAttribute('data-link', `${a.index}-${b.index}`);
        path.setAttribute('d', linkPath(a.at, b.at, this.view));
        path.setAttribute('style', `--w:${l.weight.toFixed(2)};--f:${far.toFixed(2)}`);
        return path;
      });
    this.layer('links').replaceChildren(...drawn);
  }

  private nodes(picture: Picture): void {
    const seen = picture.nodes
      .map((node, k) => ({ node, k, p: project(node.at, this.view) }))
      .filter(({ node }) => inView(node.at, this.view))
      .sort((m, n) => m.p.scale - n.p.scale || m.k - n.k); /* the farthest first */
    this.layer('nodes').innerHTML = seen
      .map(({ node, k, p }) => {
        const dot = node.shape === 'dot';
        const r = Math.round((dot ? 1.25 : 1.35 + 2.5 * Math.sqrt(node.strength)) * p.scale);
        const halo = dot ? '' : `<circle class="halo" r="${Math.round(4.6 * r)}" fill="url(#live-halo${node.colour})" fill-opacity="${(0.12 + 0.75 * node.strength).toFixed(2)}"/>`;
        const shine = dot ? '' : silhouette(node.shape, r, 'class="edge" fill="url(#live-shine)"');
        const held = k === picture.hovered || k === picture.pointed;
        const state = `${k === picture.selected || held ? ' is-selected' : ''}${picture.bright && !picture.bright.has(k) && !held ? ' is-dim' : ''}`;
        const style = `--c:var(${node.colour});--f:${(0.5 + 0.5 * p.nearness).toFixed(2)}`;
        return `<g class="node${state}" data-node="${node.index}" transform="translate(${Math.round(p.x)} ${Math.round(p.y)})" style="${style}"><g class="mark">${halo}${silhouette(node.shape, r, 'class="solid"')}${shine}</g></g>`;
      })
      .join('');
  }
}
