import { createConnection } from 'node:net'

/** The ports that are already in use on this machine. */
export const takenPorts = async (ports: readonly number[]): Promise<number[]> => {
  const answers = await Promise.all(
    ports.map(
      (port) =>
        new Promise<boolean>((resolve) => {
          const probe = createConnection({ port, host: '127.0.0.1' })
          probe.once('connect', () => {
            probe.destroy()
            resolve(true)
          })
          probe.once('error', () => resolve(false))
        }),
    ),
  )
  return ports.filter((_, index) => answers[index])
}

/** Ports above 1024 that browsers and `fetch` refuse to connect to (Fetch Standard, port blocking). */
const blocked: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
])

/** Whether it is the number of a port, and one that browsers may call. */
export const isUsablePort = (port: number): boolean =>
  Number.isInteger(port) && port > 1024 && port < 65_536 && !blocked.has(port)
