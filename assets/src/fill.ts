/** Put values into the gaps of a sentence: "{n} links" → "79 links". Stands alone, for bundles that need nothing else of the configuration. */
export const fill = (text: string, values: Record<string, string | number> = {}): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`));
