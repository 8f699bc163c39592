import { hash } from 'node:crypto'
import { startBenchProcess } from './bench-process.ts'
import type { Calibration } from './calibration.ts'
import { CpuMeter } from './cpu-time.ts'
import { openConnections, requestBytes, type HttpConnection } from './http-client.ts'
import { median } from './statistics.ts'

const repeats = 5
/** Requests in progress: the server always has the next one, so that it is never woken for a single request. */
const concurrency = 32
/** Milliseconds. All together about three seconds. */
const requestRoundMs = 350
const requestWarmUpMs = 700
const hashRoundMs = 50

/**
 * CPU of fixed tasks, for comparing costs between machines and between moments of one machine. The request: GET of 70 bytes of JSON over
 * 32 kept-alive connections, the CPU of the server's process alone. The hash: `crypto.hash('sha256', ...)` of 64 bytes in this process.
 */
export const calibrate = async (): Promise<Calibration> => {
  const server = await startBenchProcess<{ url: string }>('raw-http')
  try {
    const connections = await openConnections(server.ready.url, concurrency)
    const request = requestBytes({ method: 'GET', path: '/' })
    const meter = new CpuMeter(() => [server.processId], false)
    const round = async (milliseconds: number): Promise<number> => {
      let count = 0
      meter.start()
      const until = performance.now() + milliseconds
      const loop = async (connection: HttpConnection): Promise<void> => {
        for (; performance.now() < until; count += 1) await connection.send(request)
      }
      await Promise.all(connections.map(loop))
      return meter.read() / count
    }
    await round(requestWarmUpMs)
    const requests: number[] = []
    for (let repeat = 0; repeat < repeats; repeat += 1) requests.push(await round(requestRoundMs))
    for (const connection of connections) connection.close()
    const hashes = Array.from({ length: repeats }, () => cpuOfHash(hashRoundMs))
    return { request: median(requests), hash: median(hashes) }
  } finally {
    await server.stop()
  }
}

const hashedBytes = Buffer.alloc(64, 7)

const cpuOfHash = (milliseconds: number): number => {
  let count = 0
  const before = process.cpuUsage()
  const until = performance.now() + milliseconds
  while (performance.now() < until) for (let each = 0; each < 100; each += 1, count += 1) hash('sha256', hashedBytes)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / count
}
