import { z } from 'zod';

/** The weekly mail on Monday morning. */
export const DigestSetting = z.object({ enabled: z.boolean() });
export type DigestSetting = z.output<typeof DigestSetting>;
