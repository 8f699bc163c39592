import { cdp } from 'vitest/browser'

/** As much as Chromium's protocol is used here. */
interface Protocol {
  send(method: 'HeapProfiler.collectGarbage'): Promise<void>
  send(method: 'Runtime.getHeapUsage'): Promise<{ usedSize: number }>
}

/** Collects what nothing refers to any more, and returns the bytes that are left. Weak references end with the task in which they were read. */
export const collectGarbage = async (): Promise<number> => {
  const protocol = cdp() as unknown as Protocol
  for (let time = 0; time < 3; time++) {
    await new Promise((resolve) => setTimeout(resolve))
    await protocol.send('HeapProfiler.collectGarbage')
  }
  return (await protocol.send('Runtime.getHeapUsage')).usedSize
}
