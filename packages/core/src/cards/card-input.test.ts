import { describe, expect, it } from 'vitest';
import { CardInput } from './model.ts';

const ETHOCA = { descriptor: 'NORTH*SHOP', cardBin: '411111', notifyEmail: 'a@example.test' };
const RDR = { program: 'RDR', descriptor: 'NORTH*SHOP', notifyEmail: 'a@example.test' };
const KEY = { acquirerBin: '453760', caid: '174030076543219' };
const ARN = '74537604221222132710572';
const faults = (input: object) =>
  Object.fromEntries(
    (CardInput.safeParse(input).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );

describe('CardInput', () => {
  it('A-275 the documented body is an ETHOCA card', () => {
    expect(CardInput.parse(ETHOCA)).toEqual({ ...ETHOCA, program: 'ETHOCA', caid: '', acquirerBin: '', arn: '' });
  });

  it.each([
    ['A-068 ETHOCA without issuer BIN', { ...ETHOCA, cardBin: '' }, { cardBin: 'REQUIRED' }],
    ['A-068 ETHOCA with a short BIN', { ...ETHOCA, cardBin: '41111' }, { cardBin: 'CARD_BIN_FORM' }],
    ['ETHOCA with an acquirer BIN', { ...ETHOCA, acquirerBin: '453760' }, { acquirerBin: 'OTHER_PROGRAM' }],
    ['ETHOCA with an ARN', { ...ETHOCA, arn: ARN }, { arn: 'OTHER_PROGRAM' }],
    ['RDR by acquirer BIN and CAID', { ...RDR, ...KEY }, {}],
    ['RDR by ARN', { ...RDR, arn: ARN }, {}],
    ['RDR by both', { ...RDR, ...KEY, arn: ARN }, {}],
    ['RDR by nothing', RDR, { acquirerBin: 'RDR_KEY' }],
    ['RDR with an issuer BIN', { ...RDR, ...KEY, cardBin: '411111' }, { cardBin: 'OTHER_PROGRAM' }],
    ['RDR with half a key', { ...RDR, acquirerBin: '453760' }, { caid: 'REQUIRED' }],
    ['RDR with half a key and an ARN', { ...RDR, caid: 'C1', arn: ARN }, { acquirerBin: 'REQUIRED' }],
    ['RDR with a long CAID', { ...RDR, acquirerBin: '453760', caid: 'X'.repeat(17) }, { caid: 'RDR_CAID_FORM' }],
    ['RDR with a letter in its BIN', { ...RDR, ...KEY, acquirerBin: '45376x' }, { acquirerBin: 'ACQUIRER_BIN_FORM' }],
    ['RDR with 22 digits of ARN', { ...RDR, arn: ARN.slice(1) }, { arn: 'ARN_FORM' }],
  ])('%s', (_, input, expected) => {
    expect(faults(input)).toEqual(expected);
  });
});
