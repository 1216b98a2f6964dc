import { expect, test } from 'vitest';
import { parseServerAddress } from '../bridge/server-address.ts';
import { deepLinkOf, parseDeepLink } from './deep-link.ts';
import { isAllowedExternal } from './external.ts';

test.each([
  ['forewarn.example', 'https://forewarn.example'],
  [' https://Forewarn.Example:8443/ ', 'https://forewarn.example:8443'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
])('desktop: the server address %j is taken as %s', (text, origin) => {
  expect(parseServerAddress(text)).toBe(origin);
});

test.each([
  '',
  'http://forewarn.example',
  'https://a.example/path',
  'https://a.example/?q=1',
  'https://u:p@a.example',
  'ftp://a.example',
  'javascript:alert(1)',
  'https://',
  'two words',
])('desktop: the server address %j is refused', (text) => {
  expect(parseServerAddress(text)).toBeUndefined();
});

test.each([
  ['forewarn://alerts/123', '/alerts/123'],
  ['forewarn://queue', '/queue'],
  [`forewarn://accept-invitation/${'Ab-_'.repeat(10)}xyz`, `/accept-invitation?code=${'Ab-_'.repeat(10)}xyz`],
  ['forewarn://merchants/', '/merchants'],
])('desktop: the link %s opens %s', (link, path) => {
  expect(parseDeepLink(link)).toBe(path);
});

test.each([
  'forewarn://settings',
  'forewarn://accept-invitation/short',
  `forewarn://staff/${'A'.repeat(43)}`,
  'forewarn://alerts/123/process',
  'forewarn://alerts/../audit',
  'forewarn://alerts/abc',
  'https://alerts/123',
  'nonsense',
])('desktop: the link %s is not followed', (link) => {
  expect(parseDeepLink(link)).toBeUndefined();
});

test('desktop: a deep link is found among a process’s arguments', () => {
  expect(deepLinkOf(['/usr/bin/forewarn', '--flag', 'forewarn://alerts/9'])).toBe('/alerts/9');
  expect(deepLinkOf(['/usr/bin/forewarn'])).toBeUndefined();
});

test.each([
  ['https://forewarn.example/api/v1/docs', true],
  ['http://forewarn.example/', false],
  ['https://forewarn.example.evil.example/', false],
  ['https://u:p@forewarn.example/', false],
  ['https://evil.example/', false],
  ['file:///etc/passwd', false],
  ['smb://forewarn.example/x', false],
  ['javascript:alert(1)', false],
])('desktop: opening %s outside: %s', (url, allowed) => {
  expect(isAllowedExternal(url, 'https://forewarn.example')).toBe(allowed);
  expect(isAllowedExternal(url, null)).toBe(false);
});
