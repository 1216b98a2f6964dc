import { connect } from 'node:net';

/** Does a MySQL server greet us on the port? It does so only after its init file has run. */
export function greets(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(1000, () => done(false));
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
    // Length (3), sequence (1), protocol version: 10 is a greeting, 255 an error ("too many connections").
    socket.once('data', (packet) => done(packet[4] === 10));
  });
}

/** Does a Redis on the port take our password and answer? Not while it is still loading its data. */
export function pongs(port, password) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let received = '';
    const done = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(1000, () => done(false));
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
    socket.once('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on('data', (chunk) => {
      received += chunk;
      if (received.includes('+PONG')) done(true);
      if (received.includes('-')) done(false); // still loading, or somebody else's Redis
    });
  });
}

/** Does anything take connections at the port? */
export function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
}
