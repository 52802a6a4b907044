/** Numbers beside parts stand apart: each is pushed away from the others, and its line goes with it. */

const ROUNDS = 40;

interface Disc { el: SVGElement; at: SVGElement; line: SVGPathElement; x: number; y: number; from: [number, number]; shift: [number, number] }

function disc(el: SVGElement): Disc {
  const at = el.querySelector<SVGElement>('g')!;
  const home = (at.dataset.home ??= at.getAttribute('transform')!.match(/-?[\d.]+/g)!.join(' '));
  const [x, y] = home.split(' ').map(Number);
  const dot = el.querySelector('.dot')!;
  const [sx = 0, sy = 0] = (el.getAttribute('transform')?.match(/-?[\d.]+/g) ?? []).map(Number);
  return { el, at, line: el.querySelector<SVGPathElement>('.leader')!, x: x + sx, y: y + sy, shift: [sx, sy], from: [Number(dot.getAttribute('cx')), Number(dot.getAttribute('cy'))] };
}

/** Whether the part that a number belongs to is in a view. */
export function inside(el: SVGElement, [left, top, width, height]: [number, number, number, number]): boolean {
  const { from: [x, y], shift: [sx, sy] } = disc(el);
  return x + sx > left && x + sx < left + width && y + sy > top && y + sy < top + height;
}

/** Push discs of a radius apart, inside a view. */
export function apart(badges: SVGElement[], radius: number, [left, top, width, height]: [number, number, number, number]): void {
  const all = badges.map(disc);
  for (let round = 0; round < ROUNDS; round++) {
    for (const a of all) for (const b of all) {
      if (a === b) continue;
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const gap = Math.hypot(dx, dy) || 0.01;
      const push = (2 * radius - gap) / 2;
      if (push <= 0) continue;
      a.x -= (dx / gap) * push; a.y -= (dy / gap) * push;
      b.x += (dx / gap) * push; b.y += (dy / gap) * push;
    }
    for (const d of all) {
      d.x = Math.min(left + width - radius, Math.max(left + radius, d.x));
      d.y = Math.min(top + height - radius, Math.max(top + radius, d.y));
    }
  }
  for (const d of all) {
    const [x, y] = [(d.x - d.shift[0]).toFixed(1), (d.y - d.shift[1]).toFixed(1)];
    d.at.setAttribute('transform', `translate(${x} ${y})`);
    d.line.setAttribute('d', `M${d.from[0]} ${d.from[1]}L${x} ${y}`);
  }
}
