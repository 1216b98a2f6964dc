import { z } from 'zod';

/** Document 002 §5.1, as it stands there; members it doesn't name are left aside. */
export const LoginAnswer = z.object({
  // Sealed into a column of 6,000 bytes; a header of ours carries it back.
  access_token: z
    .string()
    .min(1)
    .max(5000)
    .regex(/^[\x21-\x7e]+$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive(),
  user_info: z.object({
    user_id: z.string().min(1).max(100),
    username: z.string().trim().min(1).max(100),
    name: z.string().trim().default(''),
    roles: z.array(z.string()).max(100),
  }),
});

export const ValidateAnswer = z.object({
  valid: z.boolean(),
  permissions: z.array(z.string().max(100)).max(500).default([]),
});
