import { type Socket, connect, createServer } from 'node:net'
import { freePort } from './product'

/** The way to a database, which can be cut. */
export interface Cable {
  port: number
  plug(): Promise<void>
  /** Cuts every connection; new ones are refused. */
  unplug(): Promise<void>
}

/** A cable to a port of this machine, plugged in. */
export async function cableTo(target: number): Promise<Cable> {
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    for (const socket of [near, far]) sockets.add(socket.on('error', () => {}))
    near.pipe(far).pipe(near)
  })
  const port = await freePort()
  const plug = () => new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const unplug = async () => {
    const unplugged = new Promise((done) => server.close(done))
    sockets.forEach((socket) => socket.destroy())
    await unplugged
  }
  await plug()
  return { port, plug, unplug }
}
