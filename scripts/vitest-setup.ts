import { afterEach, beforeEach } from 'vitest';

/**
 * A `console.error` in a test fails it: React, jose and others report real mistakes that way and no other. A test that
 * expects one replaces the function for itself (`vi.spyOn(console, 'error')`) and checks what was said.
 */
const original = console.error;
let said: string[] = [];

beforeEach(() => {
  said = [];
  console.error = (...values: unknown[]) => {
    said.push(values.map(String).join(' '));
    original(...values);
  };
});

afterEach(() => {
  console.error = original;
  if (said.length > 0) throw new Error(`console.error was called ${said.length} time(s): ${said.join('\n')}`);
});
