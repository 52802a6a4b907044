/** Things that there is one of in a page, whichever bundle asks first: every bundle has modules of its own, but one window. */
const here = ((window as unknown as { neuroviz?: Record<string, unknown> }).neuroviz ??= {});

export function shared<T>(name: string, make: () => T): T {
  return (here[name] ??= make()) as T;
}
