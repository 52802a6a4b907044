/** The wire between presenter and notes window. A BroadcastChannel where both pages have one origin; messages between the two windows
 *  themselves from a folder (file:), where a channel does not reach. Both are used, and what comes twice is heard once. */

export interface Message { neuroviz: 'present' | 'notes'; from: string; n: number; kind: string; [key: string]: unknown }

const CHANNEL = 'neuroviz-present';

export class Wire {
  /** The other windows that are known: the opener, a window that was opened, whoever has spoken. */
  private peers = new Set<Window>();
  private channel: BroadcastChannel | null = null;
  private me = Math.random().toString(36).slice(2);
  private count = 0;
  private heard = new Map<string, number>();

  constructor(private role: 'present' | 'notes', private hear: (message: Message) => void) {
    try {
      this.channel = new BroadcastChannel(CHANNEL);
      this.channel.onmessage = (e) => this.take(e.data as Message);
    } catch { /* none here: the windows speak with each other directly */ }
    addEventListener('message', (e) => {
      const data = e.data as Message | null;
      if (!data || typeof data !== 'object' || (data.neuroviz !== 'present' && data.neuroviz !== 'notes')) return;
      if (location.protocol !== 'file:' && e.origin !== location.origin) return;
      if (e.source && e.source !== window) this.peers.add(e.source as Window);
      this.take(data);
    });
    if (window.opener) this.peers.add(window.opener as Window);
  }

  /** Know a window that was opened from here. */
  meet(other: Window): void { this.peers.add(other); }

  send(kind: string, more: Record<string, unknown> = {}): void {
    const message: Message = { neuroviz: this.role, from: this.me, n: ++this.count, kind, ...more };
    this.channel?.postMessage(message);
    for (const other of this.peers) {
      if (other.closed) { this.peers.delete(other); continue; }
      try { other.postMessage(message, location.protocol === 'file:' ? '*' : location.origin); } catch { this.peers.delete(other); }
    }
  }

  private take(message: Message): void {
    if (message.neuroviz === this.role || message.from === this.me || (this.heard.get(message.from) ?? 0) >= message.n) return;
    this.heard.set(message.from, message.n);
    this.hear(message);
  }
}
