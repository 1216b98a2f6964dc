/** What a colour means; every status maps to one of these, so that a colour says the same thing on every screen. */
export const TONES = ['neutral', 'accent', 'positive', 'warning', 'danger', 'muted'] as const;
export type Tone = (typeof TONES)[number];

interface ToneColors {
  text: string;
  background: string;
  border: string;
}

/** Text reaches 4.5:1 on its own background and on the page's. */
export const LIGHT_TONES: Record<Tone, ToneColors> = {
  neutral: { text: '#454c5a', background: '#eef0f4', border: '#d8dce3' },
  accent: { text: '#3548b0', background: '#eef1fe', border: '#c0caf8' },
  positive: { text: '#17693a', background: '#e5f5eb', border: '#b5dfc5' },
  warning: { text: '#874900', background: '#fdf1dc', border: '#f1d29b' },
  danger: { text: '#b3211a', background: '#fdeeec', border: '#f5c2bd' },
  muted: { text: '#5d6573', background: 'transparent', border: '#d8dce3' },
};

export const DARK_TONES: Record<Tone, ToneColors> = {
  neutral: { text: '#c6ccd7', background: '#2a2f39', border: '#3d434f' },
  accent: { text: '#b4c0fb', background: '#262e57', border: '#3d4a86' },
  positive: { text: '#86d8a6', background: '#16352a', border: '#285a45' },
  warning: { text: '#f3c178', background: '#3b2a12', border: '#664a20' },
  danger: { text: '#ff9f95', background: '#451f1d', border: '#7a3430' },
  muted: { text: '#9aa2b1', background: 'transparent', border: '#3d434f' },
};

export function toneVariables(tones: Record<Tone, ToneColors>): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const tone of TONES) {
    variables[`--fw-${tone}-text`] = tones[tone].text;
    variables[`--fw-${tone}-bg`] = tones[tone].background;
    variables[`--fw-${tone}-border`] = tones[tone].border;
  }
  return variables;
}
