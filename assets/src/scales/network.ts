/** The network scale: one Picture made from atlas and state, and the views that show it. */
import { Beside } from '../beside';
import type { Change } from '../bus';
import { loadChange, type Change as Film, type PairState } from '../change';
import { Compare } from '../compare';
import { config, count, fill, fixed, say, url } from '../config';
import type { DeepView, MakeDeep } from '../deep/view';
import { need } from '../files';
import { seedWords, showSeed } from '../key';
import { Labels, type Move, type Scene } from '../labels';
import { ParcelList } from '../listbox';
import { afterResize } from '../breathe';
import { Atlas, isSeedMap, makePicture, moving, pointAt, type AtlasFile, type MeanFile, type Pair, type Parcel } from '../network';
import { Overlay } from '../overlay';
import { Panel, coordinate, csv, networkName } from '../panel';
import { pairsOf, type Picture, type ViewName } from '../picture';
import { seam } from '../panes';
import { printed } from '../prefs';
import { save } from '../save';
import type { ScaleContext, ScaleView } from '../scales';
import { script } from '../scripts';
import { defaults, type State } from '../state';
import { Story } from '../story';
import { Threshold } from '../threshold';
import { Tiers } from '../tiers';

/** ms of rest before words and tables follow. */
const REST = 350;
/** Keys whose change touches nothing but the levels of the links. */
const LEVELS = new Set(['t', 'people', 'baseline', 'sure', 'dissent']);
/** Viewpoints in the order in which a drawn brain is turned. */
const ROUND: ViewName[] = ['front', 'hero', 'left', 'back', 'right'];

/** Keys that change nothing on the brain while one of these stands beside it. */
const BESIDE = new Set(['mni', 'sides', 'lines', 'pair', 'moment']);
const ELSEWHERE = new Set(['slices', 'signals']);

export class NetworkView implements ScaleView {
  private atlas!: Atlas;
  /** What the clock does to the links; null on an atlas without measured ones. */
  private film: Film | null = null;
  private states: PairState[] = [];
  private moves: Move[] = [];
  /** Pairs of networks with a link in the picture, and of these the ones that do not step back beside a chosen region. */
  private here = new Set<number>();
  private own = new Set<number>();
  private wasMoving = false;
  private compare: Compare;
  private story: Story;
  private picture!: Picture;
  private pairs: Pair[] = [];
  /** Regions that are pointed at anywhere: one, or the two ends of a link. */
  private pointed: number[] = [];
  private resting = 0;
  private begun = false;
  private shown = false;
  private tiers: Tiers;
  private threshold: Threshold;
  private panel: Panel;
  private list: ParcelList<Parcel>;
  private deep: DeepView | null = null;
  private labels: Labels;
  private beside: Beside;
  private overlay = new Overlay();

  constructor(private at: ScaleContext) {
    this.threshold = new Threshold(at.tools);
    this.panel = new Panel(at.side);
    this.list = new ParcelList(at.layer.querySelector<HTMLElement>('.parcels')!, (p) => `${p.plain}, ${networkName(p)}, ${coordinate(p)}`, {
      focused: (i) => this.hover(i),
      chosen: (i) => this.choose(i),
      left: () => this.hover(0),
    });
    this.tiers = new Tiers(at.layer, {
      drawn: (moving) => {
        this.labels.arrange(this.scene, moving);
        this.deep?.arrange();
      },
      turned: (camera) => at.bus.set({ camera }, 'drag'),
      notice: (text, again) => at.notice(text, again),
    }, (surface) => this.listen(surface));
    this.labels = new Labels(at.layer, this.tiers, this.list);
    this.beside = new Beside(at.layer, {
      bus: at.bus,
      now: () => ({ state: this.state, atlas: this.atlas, members: this.atlas.members(this.state), pairs: this.pairs, basis: this.basis, edge: (pair) => (this.film && moving(this.state) ? this.film.of(pair, this.states) : null) }),
      point: (parcels) => this.point(parcels),
      choose: (parcel) => this.choose(parcel),
      announce: (text) => at.announce(text),
      notice: (text, again) => at.notice(text, again),
      resized: () => this.resized(),
      failed: (again) => at.notice(say('not_loaded'), again),
    });
    this.compare = new Compare(at.host, at.layer, at.bus, at.film);
    this.story = new Story(at.side, at.film);
    this.wire();
  }

  private get scene(): Scene {
    return { atlas: this.atlas, picture: this.picture, pairs: this.pairs, compare: String(this.state.compare), rest: moving(this.state), moves: this.moves, seam: seam(this.tiers.frame(), this.state), headroom: this.compare.headroom };
  }

  /** What every view says now, for tests. */
  report(): unknown {
    const { words: _, moments: __, ...file } = this.film?.file ?? { words: 0, moments: 0 };
    return { panes: this.tiers.reported(), pairs: this.states.map((s, k) => ({ id: this.film!.file.pairs[k].id, ...s })), file: Object.keys(file) };
  }

  async enter(): Promise<void> {
    this.shown = true;
    if (this.begun) { await this.follow({ state: this.state, changed: new Set(Object.keys(this.state)) }); this.resized(); return; }
    this.begun = true;
    this.atlas = new Atlas(await need<AtlasFile>(`atlas/${this.state.atlas}`));
    this.film = await loadChange(this.atlas);
    this.at.bus.ignored.push(...this.settle());
    await this.prepare();
    this.compose();
    await this.tiers.begin(this.picture, this.state, this.atlas);
    await document.fonts.ready;
    this.resized();
    await this.tiers.complete;
    await this.deepen();
    await this.beside.show(this.state, new Set());
    this.rest();
  }

  /** Landmarks under the cortex: loaded when they are first asked for. */
  private async deepen(): Promise<void> {
    if (this.state.deep && !this.deep) {
      try {
        await script(url('deep.js'));
        const { makeDeep } = (window as unknown as { neuroviz: { makeDeep: MakeDeep } }).neuroviz;
        const made = await makeDeep({
          layer: this.at.layer,
          placeAt: (at) => this.tiers.placeAt(at),
          setDeep: (solids) => this.tiers.setDeep(solids),
          pointDeep: (index) => this.tiers.pointDeep(index),
          drawn: () => this.tiers.drawnView(),
          chosen: (at) => this.at.bus.set({ mni: at.map(Math.round).join(','), beside: 'slices' }),
        });
        this.deep ??= made;
      } catch {
        this.at.notice(say('not_loaded'), () => void this.deepen());
        return;
      }
    }
    this.deep?.show(Boolean(this.state.deep) && !Number(this.state.inflate));
  }

  /** The landmark under a pointer that is on no node, -1 for none. */
  private landmark(e: PointerEvent | MouseEvent, parcel: number): number {
    if (!this.state.deep || !this.deep) return -1;
    const box = this.tiers.box.getBoundingClientRect();
    const [x, y] = [e.clientX - box.left, e.clientY - box.top];
    const k = this.picture.nodes.findIndex((n) => n.index === parcel);
    const node = k < 0 ? null : this.tiers.place(k);
    return node && Math.hypot(node.x - x, node.y - y) <= 16 ? -1 : this.deep.under(x, y);
  }

  /** The circuit lies in one hub: going deeper enters there. */
  gate(): { x: number; y: number } {
    const box = this.at.layer.getBoundingClientRect();
    const k = this.picture?.nodes.findIndex((n) => this.atlas.parcel(n.index).hubs.includes(config.gate)) ?? -1;
    return k < 0 ? { x: box.width / 2, y: box.height / 2 } : this.tiers.place(k);
  }

  leave(): void { this.shown = false; this.beside.leave(); }

  /** What the values rest on, one line. */
  private get basis(): string {
    if (this.state.map === 'agree') return config.seed.agree_basis;
    return this.atlas.meanRemoved ? fill(config.seed.mean_basis, { basis: this.atlas.file.basis }) : this.atlas.file.basis;
  }

  /** Files that the state needs beyond the atlas. */
  private async prepare(): Promise<void> {
    const { atlas, state } = this;
    if (state.mean && atlas.measured && !atlas.hasMean) atlas.giveMean(await need<MeanFile>(`mean/${atlas.file.id}`));
    await this.overlay.prepare(state);
  }

  private get state(): State { return this.at.bus.state; }

  /** Values that are fine by themselves but not for this atlas are set right; returns the keys that were asked for. */
  private settle(): string[] {
    const wrong: State = {};
    if (Number(this.state.parcel) > this.atlas.count) wrong.parcel = 0;
    if (!(String(this.state.show) in this.atlas.file.shows)) wrong.show = 'dmn' in this.atlas.file.shows ? 'dmn' : 'all';
    const asked = Object.keys(wrong).filter((key) => this.state[key] !== defaults()[key]);
    this.at.bus.set(wrong, 'drag');
    return asked;
  }

  async follow({ state, changed }: Change): Promise<void> {
    if (!this.atlas) return;
    if (ELSEWHERE.has(String(state.beside)) && [...changed].every((key) => BESIDE.has(key))) { await this.beside.show(state, changed); return; }
    if (state.atlas !== this.atlas.file.id) {
      try {
        const file = await need<AtlasFile>(`atlas/${state.atlas}`);
        if (file.id !== this.state.atlas) return; /* another choice came in between */
        const atlas = new Atlas(file);
        const film = await loadChange(atlas);
        if (file.id !== this.state.atlas) return;
        this.atlas = atlas;
        this.film = film;
        this.settle();
      } catch {
        this.at.notice(say('not_loaded'), () => void this.follow({ state, changed }));
        return;
      }
    }
    if ((state.mean && !this.atlas.hasMean) || this.overlay.wants(state)) {
      try { await this.prepare(); } catch { this.at.notice(say('not_loaded'), () => void this.follow({ state, changed })); return; }
    }
    if (this.film && this.wasMoving === moving(state) && [...changed].every((key) => LEVELS.has(key))) this.step(changed);
    else if ([...changed].every((key) => key === 'wipe')) this.tiers.wipe(state);
    else {
      this.compose();
      const seen = this.beside.show(this.state, changed);
      await this.tiers.show(this.picture, this.state, this.atlas, changed);
      if (changed.has('deep') || changed.has('inflate')) await this.deepen();
      await seen;
    }
    this.compare.show(this.state, this.film, this.tiers.frame(), this.tiers.panes);
    this.rest();
  }

  /** The clock has moved on: levels and words follow, nothing else is made anew. */
  private step(changed: Set<string>): void {
    this.states = this.film!.now(this.state);
    this.picture.levels = this.film!.levels(this.state, this.states);
    this.reckon();
    this.tiers.move(this.picture, this.state);
    this.tell();
    void this.beside.show(this.state, changed);
  }
  /** The changes that the picture shows; of the chosen region alone where one is chosen. */
  private reckon(): void {
    const { levels } = this.picture;
    this.moves = this.film && levels ? this.story.moves(this.film, this.state, this.states, levels, this.here, this.own) : [];
  }
  private tell(): void {
    this.story.show(this.film, this.state, this.states, this.moves);
    this.labels.basis(this.film?.departs(this.state, this.states, this.here) ?? false);
  }

  private take(picture: Picture): void {
    this.picture = picture;
    this.here = pairsOf(picture.links);
    this.own = pairsOf(picture.links, picture.selected);
  }

  /** Make the picture of the present state, and the few words that must follow at once. */
  private compose(): void {
    this.wasMoving = moving(this.state);
    this.states = this.film?.now(this.state) ?? [];
    this.atlas.removeMean(Boolean(this.state.mean));
    const made = makePicture(this.atlas, this.state, this.film);
    this.take(pointAt(this.overlay.over(made.picture, this.state), this.atlas, this.pointed));
    this.pairs = made.pairs;
    this.threshold.show(this.state, this.atlas, count('links', this.pairs.length));
    this.list.fill(this.atlas.members(this.state).map((i) => this.atlas.parcel(i)), Number(this.state.parcel));
    this.panel.show(this.atlas, this.state, this.story.told(this.state, this.film));
    this.reckon();
    this.tell();
    this.labels.legend(this.picture, this.basis);
    if (showSeed(this.at.layer, this.atlas, this.state, this.picture.painted)) requestAnimationFrame(() => this.resized());
  }

  /** What may wait until the hand rests: spoken summary, tables, Dash. */
  private rest(): void {
    clearTimeout(this.resting);
    this.resting = window.setTimeout(() => {
      const chosen = Number(this.state.parcel);
      const about = chosen ? say('chosen', { name: this.atlas.parcel(chosen).plain }) : '';
      const changes = this.story.spoken(this.film, this.state, this.moves);
      this.at.announce(`${changes} ${this.panel.summary(this.atlas, this.state, this.pairs)} ${about} ${seedWords(this.atlas, this.state)}`.trim());
      this.fillTables();
      this.tiers.follow();
    }, REST);
  }

  private fillTables(): void {
    this.panel.fillTables(this.atlas, this.state, this.pairs);
    this.story.table(this.film, this.state, this.states, this.here);
  }

  // ---- what a person does

  private hover(index: number): void {
    if (this.pointed.length < 2 && index === (this.pointed[0] ?? 0)) return;
    const shown = this.picture.nodes.some((n) => n.index === index);
    const seed = isSeedMap(this.atlas, this.state) && index !== Number(this.state.parcel) ? Number(this.state.parcel) : 0;
    this.labels.name(shown && !seed ? 0 : index, this.atlas, index && seed ? fill(config.seed.tip, { r: fixed(this.atlas.r(seed, index)) }) : '');
    this.point(index ? [index] : []);
  }

  /** Light up what is pointed at, here or beside the brain, in every view. Links and nodes are drawn again, the cortex is not. */
  private point(parcels: number[]): void {
    if (parcels.join() === this.pointed.join()) return;
    this.pointed = parcels;
    const next = pointAt(this.picture, this.atlas, parcels);
    const same = next.hovered === this.picture.hovered && next.pointed === this.picture.pointed;
    this.take(next);
    if (!same) this.tiers.point(next);
    this.beside.point(parcels);
    this.panel.point(parcels);
  }

  private choose(index: number): void {
    const again = Number(this.state.parcel) === index;
    this.at.bus.set(again ? this.nothing() : { parcel: index });
  }

  /** No region is chosen, and nothing is shown that needs one. */
  private nothing(): State { return { parcel: 0, isolate: false, ...(this.state.map === 'seed' ? { map: 'none' } : {}) }; }

  private release(): void {
    const chosen = Number(this.state.parcel);
    if (!chosen) return;
    this.at.bus.set(this.nothing());
    if (this.at.side.querySelector('.card')!.contains(document.activeElement) || document.activeElement === document.body) this.list.focus(chosen);
  }

  /** Turn by hand in 3-D, else go on to the next drawn viewpoint. */
  private turn(azimuth: number, elevation: number): void {
    if (this.tiers.turn(azimuth, elevation)) return;
    const at = ROUND.indexOf(this.state.view as ViewName);
    const view = elevation ? (elevation > 0 ? 'top' : 'below') : ROUND[(at + (azimuth > 0 ? 1 : ROUND.length - 1) + ROUND.length) % ROUND.length];
    this.at.bus.set({ view, camera: null });
  }

  private listen(surface: HTMLElement): void {
    let down = [0, 0];
    surface.addEventListener('pointermove', (e) => {
      if (e.buttons || e.pointerType === 'touch') return;
      const i = this.tiers.pick(e.clientX, e.clientY, 16);
      const solid = this.landmark(e, i);
      this.deep?.point(solid);
      this.hover(solid < 0 ? i : 0);
      this.labels.moveTip(e.clientX, e.clientY);
      surface.style.cursor = i || solid >= 0 ? 'pointer' : '';
    });
    surface.addEventListener('pointerleave', () => { this.hover(0); this.deep?.point(-1); });
    surface.addEventListener('pointerdown', (e) => { down = [e.clientX, e.clientY]; });
    surface.addEventListener('click', (e) => {
      if (Math.hypot(e.clientX - down[0], e.clientY - down[1]) > 5) return;
      const i = this.tiers.pick(e.clientX, e.clientY, (e as PointerEvent).pointerType === 'touch' ? 24 : 16);
      const solid = this.landmark(e, i);
      if (solid >= 0) this.at.bus.set({ mni: this.deep!.at(solid).map(Math.round).join(','), beside: 'slices' });
      else if (i) this.choose(i);
    });
  }

  private wire(): void {
    const steps: Record<string, () => void> = {
      'turn-left': () => this.turn(15, 0),
      'turn-right': () => this.turn(-15, 0),
      'turn-up': () => this.turn(0, 15),
      'turn-down': () => this.turn(0, -15),
      'zoom-in': () => this.tiers.zoom(1.15),
      'zoom-out': () => this.tiers.zoom(1 / 1.15),
      clear: () => this.release(),
      isolate: () => this.at.bus.set({ isolate: !this.state.isolate }),
      seed: () => this.at.bus.set({ map: this.state.map === 'seed' ? 'none' : 'seed' }),
      mean: () => this.at.bus.set({ mean: !this.state.mean, r: null }),
      ranked: () => this.panel.rank(this.atlas, this.state),
      words: () => this.panel.turn(false),
      tables: () => { this.panel.turn(true); this.fillTables(); },
      csv: () => this.download(),
    };
    this.at.host.addEventListener('click', (e) => {
      if (!this.shown) return;
      const el = (e.target as HTMLElement).closest<HTMLElement>('button[data-do], input[data-do], button[data-parcel]');
      if (el?.dataset.do) steps[el.dataset.do]?.();
      else if (el) this.at.bus.set({ parcel: Number(el.dataset.parcel) });
    });
    this.tiers.box.addEventListener('keydown', (e) => { if (!(e.target as HTMLElement).closest('.beside-region')) this.keys(e); });
    /* The tour asks for it from its card. */
    document.querySelector('.tour')?.addEventListener('keydown', (e) => { if (this.shown) this.keys(e as KeyboardEvent); });
    /* A name leads to what it names; by keyboard the list of parcels does. */
    const named = (e: Event): number => Number((e.target as HTMLElement).closest<HTMLElement>('[data-callout^="node-"]')?.dataset.callout!.slice(5) ?? 0);
    const callouts = this.at.layer.querySelector<HTMLElement>('.callouts')!;
    callouts.addEventListener('click', (e) => { const i = named(e); if (i) this.choose(i); });
    callouts.addEventListener('pointerover', (e) => this.hover(named(e)));
    callouts.addEventListener('pointerout', () => this.hover(0));
    this.at.side.addEventListener('pointerover', (e) => this.point(this.panel.under(e.target as HTMLElement)));
    this.at.side.addEventListener('pointerleave', () => this.point([]));
    addEventListener('keydown', (e) => { if (this.shown && e.key === 'Escape' && !document.querySelector(':popover-open')) this.release(); });
    addEventListener('neuroviz:look', () => {
      /* What is printed is what stands now. */
      if (printed()) { this.resized(); return; }
      this.tiers.repaint();
      requestAnimationFrame(() => this.resized());
    });
    afterResize(() => this.resized()).observe(this.tiers.box);
  }

  private keys(e: KeyboardEvent): void {
    const turns: Record<string, [number, number]> = { ArrowLeft: [15, 0], ArrowRight: [-15, 0], ArrowUp: [0, 15], ArrowDown: [0, -15] };
    if (e.shiftKey && e.key in turns) { e.preventDefault(); this.turn(...turns[e.key]); }
    if (e.key === '+' || e.key === '=') this.tiers.zoom(1.15);
    if (e.key === '-') this.tiers.zoom(1 / 1.15);
  }

  private resized(): void {
    if (!this.tiers.begun || !this.shown) return;
    this.labels.measureAgain();
    this.tiers.resize();
    this.compare.show(this.state, this.film, this.tiers.frame(), this.tiers.panes);
    this.labels.arrange(this.scene, false);
    this.deep?.arrange();
  }

  private download(): void {
    save(`${this.atlas.file.id}-${this.state.show}.csv`, csv(this.atlas, this.pairs), 'text/csv');
  }
}
