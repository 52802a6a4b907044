/** The one React wrapper: in Dash an island is a component whose `value` goes both ways. With `html` it brings its own markup,
 *  without it binds to the island of the same id that the server painted into the page. */
import { enliven, show } from './islands';

interface ReactLike {
  createElement(type: string, props: Record<string, unknown>): unknown;
  useRef<T>(start: T): { current: T };
  useEffect(effect: () => void, deps: unknown[]): void;
}

interface Props { id: string; kind: string; html?: string | null; value?: unknown; setProps(props: { value: unknown }): void }

export function makeIsland(): (props: Props) => unknown {
  return function Island(props: Props): unknown {
    const React = (window as unknown as { React: ReactLike }).React;
    const box = React.useRef<HTMLElement | null>(null);
    const host = React.useRef<HTMLElement | null>(null);
    const said = React.useRef<unknown>(undefined);
    React.useEffect(() => {
      host.current = props.html == null ? document.querySelector<HTMLElement>(`[data-island-id="${CSS.escape(props.id)}"]`) : box.current;
      if (host.current) enliven(host.current, (value) => { said.current = value; props.setProps({ value }); });
    }, []);
    React.useEffect(() => {
      if (host.current && props.value !== undefined && props.value !== null && props.value !== said.current) show(host.current, props.value);
    }, [props.value]);
    const own = props.html == null ? { hidden: true } : { dangerouslySetInnerHTML: { __html: props.html }, 'data-island': props.kind };
    return React.createElement('div', { id: props.id, ref: box, ...own });
  };
}
