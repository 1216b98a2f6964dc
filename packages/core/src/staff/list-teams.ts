import { z } from 'zod';
import { query } from '../kernel/operation.ts';
import { Team } from './model.ts';
import { teamRows } from './team-store.ts';

export const listTeams = query('teams.list', {
  permission: 'staff:view',
  summary: 'Lists the teams with how many people each has.',
  input: z.object({}),
  output: z.array(Team),
}).run((ctx) => teamRows(ctx));
