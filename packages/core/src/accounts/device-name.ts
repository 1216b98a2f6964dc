/** Program and system of a device in words; `null` where the user agent doesn't say. */
export interface DeviceName {
  program: string | null;
  system: string | null;
}

/** In this order: Chrome's descendants call themselves Chrome, and everybody calls themselves Safari. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/ForewarnDesktop\//i, 'Forewarn Desktop'],
  [/MicroMessenger\//, 'WeChat'],
  [/AlipayClient\//, 'Alipay'],
  [/DingTalk\//, 'DingTalk'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/HuaweiBrowser\//, 'Huawei Browser'],
  [/(Miui|XiaoMi\/Miui)Browser\//, 'Mi Browser'],
  [/QQBrowser\//, 'QQ Browser'],
  [/Electron\//, 'Forewarn Desktop'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/Version\/[\d.]+.*Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
  [/^(node|undici)\b/i, 'Node.js'],
  [/^python-/i, 'Python'],
  [/^(Java|okhttp|Apache-HttpClient)\b/i, 'Java'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** Enough to know one's own phone again. Versions are left out: they change every month and help nobody here. */
export function deviceName(userAgent: string): DeviceName {
  const named = (table: typeof PROGRAMS) => table.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
  return { program: named(PROGRAMS), system: named(SYSTEMS) };
}

/** `Chrome · Windows`; a dash where nothing is known. */
export function deviceWords(userAgent: string): string {
  const { program, system } = deviceName(userAgent);
  return [program, system].filter((part) => part !== null).join(' · ') || '–';
}
