import { CallMachine } from './call-machine.ts'

/** What daily-js stores on the window; every call object that waits for a call machine is in `pendings`. */
interface DailyWindow {
  _daily?: {
    pendings: string[]
    instances: Record<string, { callMachine?: CallMachine; tracks?: { screenMediaStream?: MediaStream } }>
  }
}

const daily = (window as unknown as DailyWindow)._daily
for (const clientId of daily?.pendings.splice(0) ?? []) {
  const instance = daily?.instances[clientId]
  if (instance && !instance.callMachine)
    instance.callMachine = new CallMachine(clientId, () => daily?.instances[clientId]?.tracks)
}
