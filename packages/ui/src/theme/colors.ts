import type { MantineColorsTuple } from '@mantine/core';

/** The one accent. Shade 6 carries white text at 5.9:1. */
export const accent: MantineColorsTuple = [
  '#eef1fe',
  '#dfe4fc',
  '#c0caf8',
  '#9fadf2',
  '#8294ea',
  '#5f73dd',
  '#4055c8',
  '#3548b0',
  '#2c3c93',
  '#243176',
];

/** Calm greys with a trace of blue. */
export const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#f0f2f5',
  '#e5e8ed',
  '#d8dce3',
  '#c3c9d3',
  '#9ba3b1',
  '#6c7585',
  '#4d5564',
  '#343a46',
  '#1d2129',
];

/** Mantine's scale for the dark scheme: 0 is text, 7 is the surface. */
export const dark: MantineColorsTuple = [
  '#dadee6',
  '#bcc2cd',
  '#9aa2b1',
  '#7a8392',
  '#3d434f',
  '#30353f',
  '#252932',
  '#1a1d23',
  '#14171c',
  '#0f1115',
];

/** What destroys. Shade 6 carries white text at 5.6:1. */
export const red: MantineColorsTuple = [
  '#fdeeec',
  '#fadbd8',
  '#f5b8b2',
  '#ef938b',
  '#e96f66',
  '#df4b42',
  '#c92a2a',
  '#b02323',
  '#981c1c',
  '#7d1515',
];
