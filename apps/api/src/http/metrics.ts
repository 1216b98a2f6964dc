/**
 * The few Prometheus metrics we keep, in the text format (https://prometheus.io/docs/instrumenting/exposition_formats/).
 * Labels must come from a fixed set: routes and operation names, never paths or ids.
 */
export interface Metrics {
  count(name: string, labels?: Labels, by?: number): void;
  /** Seconds into fixed buckets. */
  observe(name: string, seconds: number, labels?: Labels): void;
  /** Asked for at each scrape; a failing one is left out. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
  text(): Promise<string>;
}
export type Labels = Record<string, string>;

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

interface Histogram {
  buckets: number[];
  sum: number;
  count: number;
}

export function createMetrics(): Metrics {
  const counters = new Map<string, Map<string, number>>();
  const histograms = new Map<string, Map<string, Histogram>>();
  const gauges = new Map<string, { help: string; read: () => number | Promise<number> }>();

  const series = <T>(family: Map<string, Map<string, T>>, name: string) => {
    const known = family.get(name) ?? new Map<string, T>();
    family.set(name, known);
    return known;
  };

  return {
    count(name, labels = {}, by = 1) {
      const known = series(counters, name);
      const key = labelText(labels);
      known.set(key, (known.get(key) ?? 0) + by);
    },
    observe(name, seconds, labels = {}) {
      const known = series(histograms, name);
      const key = labelText(labels);
      const one = known.get(key) ?? { buckets: BUCKETS.map(() => 0), sum: 0, count: 0 };
      BUCKETS.forEach((limit, index) => {
        if (seconds <= limit) one.buckets[index] = (one.buckets[index] ?? 0) + 1;
      });
      one.sum += seconds;
      one.count += 1;
      known.set(key, one);
    },
    gauge(name, help, read) {
      gauges.set(name, { help, read });
    },
    async text() {
      const lines: string[] = [];
      for (const [name, known] of counters) {
        lines.push(`# TYPE ${name} counter`);
        for (const [labels, value] of known) lines.push(`${name}${braces(labels)} ${value}`);
      }
      for (const [name, known] of histograms) {
        lines.push(`# TYPE ${name} histogram`);
        for (const [labels, one] of known) lines.push(...histogramLines(name, labels, one));
      }
      for (const [name, { help, read }] of gauges) {
        const value = await Promise.resolve()
          .then(read)
          .catch(() => undefined);
        if (value !== undefined) lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

function histogramLines(name: string, labels: string, { buckets, sum, count }: Histogram): string[] {
  const also = labels === '' ? '' : `${labels},`;
  return [
    ...BUCKETS.map((limit, index) => `${name}_bucket{${also}le="${limit}"} ${buckets[index]}`),
    `${name}_bucket{${also}le="+Inf"} ${count}`,
    `${name}_sum${braces(labels)} ${sum}`,
    `${name}_count${braces(labels)} ${count}`,
  ];
}

function labelText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`)
    .join(',');
}

function braces(labels: string): string {
  return labels === '' ? '' : `{${labels}}`;
}
