import { createConnection } from 'node:net'

/** Which of these ports of this machine something listens on already. */
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
