// The little of RFC 6455 that a browser on the same machine needs: text frames out, close and ping in.
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const open = new Set();

export function listen(server, createHash, greeting) {
  server.on('upgrade', (request, socket) => {
    const key = request.headers['sec-websocket-key'];
    const accept = createHash('sha1')
      .update(key + GUID)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    open.add(socket);
    socket.on('error', () => open.delete(socket));
    socket.on('close', () => open.delete(socket));
    socket.on('data', (data) => {
      if ((data[0] & 15) === 8) socket.end();
    });
    for (const message of greeting()) socket.write(frame(message));
  });
}

export function broadcast(message) {
  for (const socket of open) socket.write(frame(message));
}

function frame(message) {
  const body = Buffer.from(JSON.stringify(message));
  if (body.length < 126) return Buffer.concat([Buffer.from([0x81, body.length]), body]);
  if (body.length < 65_536) {
    return Buffer.concat([Buffer.from([0x81, 126, body.length >> 8, body.length & 255]), body]);
  }
  const head = Buffer.alloc(10);
  head[0] = 0x81;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(body.length), 2);
  return Buffer.concat([head, body]);
}
