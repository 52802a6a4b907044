/** The small script that every page loads: islands, preferences, the public interface. */
import { config } from './config';
import { explore, exploreIsland } from './explore';
import { need } from './files';
import { frame } from './breathe';
import { behaviour, enliven, enlivenAll } from './islands';
import { displayIsland } from './display';
import { publish } from './api';
import { makeIsland } from './component';
import './paper';
import * as prefs from './prefs';
import { addBeside } from './beside';
import { addScale } from './scales';
import { script } from './scripts';
import { shared } from './shared';
import { coming } from './loading';
import { tips } from './tips';

const root = document.documentElement;

behaviour('explore', exploreIsland);
behaviour('display', displayIsland);

/** What the bundles of single pages build on; pages wait for what they put into `waits`. */
const waits: Promise<unknown>[] = [];
publish({ need, enliven, addScale, addBeside, behaviour, waits, explore: () => explore, Island: makeIsland(), report: () => explore?.report() });

/** Dash comes up once the page stands: nothing that a person sees waits for it. */
async function dash(): Promise<void> {
  for (const el of document.querySelectorAll<HTMLScriptElement>('script[data-dash][src]')) await script(el.getAttribute('src')!);
  const { DashRenderer } = window as unknown as { DashRenderer?: new () => unknown };
  if (DashRenderer) new DashRenderer();
}

async function start(): Promise<void> {
  prefs.apply();
  /* The first frame before all else. */
  await shared('firstFrame', frame);
  /* The page around a 3-D picture waits for it: their frames would only hold up each other. */
  const around = coming().then((picture) => { if (!picture) delete root.dataset.first; });
  enlivenAll();
  tips();
  await Promise.all([explore?.ready, around, ...waits]);
  /* Laying out asks for the fonts of what has just been shown. */
  root.getBoundingClientRect();
  await document.fonts.ready;
  await frame();
  root.dataset.ready = location.pathname;
  await dash();
}

dispatchEvent(new Event('neuroviz:shell'));
if (config.page) void start();
