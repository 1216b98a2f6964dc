import { describe, expect, it } from 'vitest';
import { after, DAY, HOUR, MINUTE } from '../kernel/time.ts';
import { dueSteps, type QueuedAlert } from './queue-steps.ts';

const ARRIVAL = new Date('2026-11-22T02:00:00.000Z');
const alert = (id: number, change: Partial<QueuedAlert> = {}): QueuedAlert => ({
  id,
  createdTime: ARRIVAL,
  deadline: after(ARRIVAL, DAY),
  told: [],
  ...change,
});
const at = (hours: number) => after(ARRIVAL, hours * HOUR);

describe('A-114 A-358 when admins hear again of what still waits in their queue', () => {
  it('at half of the time and two hours before the deadline, to the millisecond', () => {
    expect(dueSteps([alert(1)], after(at(12), -1))).toEqual([]);
    expect(dueSteps([alert(1)], at(12))).toEqual([{ id: 1, step: 'QUEUE_HALF' }]);
    const halved = alert(1, { told: ['QUEUE_HALF'] });
    expect(dueSteps([halved], after(at(22), -1))).toEqual([]);
    expect(dueSteps([halved], at(22))).toEqual([{ id: 1, step: 'QUEUE_LAST' }]);
    expect(dueSteps([alert(1, { told: ['QUEUE_HALF', 'QUEUE_LAST'] })], at(23))).toEqual([]);
  });

  it('half-time isn’t told after the last step, nor where it would come after it', () => {
    expect(dueSteps([alert(1, { told: ['QUEUE_LAST'] })], at(23))).toEqual([]);
    const short = alert(1, { deadline: at(3) });
    expect(dueSteps([short], after(at(1), -1))).toEqual([]);
    expect(dueSteps([short], at(1))).toEqual([{ id: 1, step: 'QUEUE_LAST' }]);
  });

  it('one that came with less than two hours left was announced with its deadline, and isn’t again', () => {
    expect(dueSteps([alert(1, { deadline: at(1.9) })], at(1.5))).toEqual([]);
  });

  it('sixty that came over an hour are told together, not one by one', () => {
    const sixty = Array.from({ length: 60 }, (_, n) => {
      const createdTime = after(ARRIVAL, n * MINUTE);
      return alert(n, { createdTime, deadline: after(createdTime, DAY) });
    });
    expect(dueSteps(sixty, after(at(12), -1))).toEqual([]);
    expect(dueSteps(sixty, at(12))).toHaveLength(60);
    const told = sixty.map((one): QueuedAlert => ({ ...one, told: ['QUEUE_HALF'] }));
    expect(dueSteps(told, at(22))).toHaveLength(31);
  });
});
