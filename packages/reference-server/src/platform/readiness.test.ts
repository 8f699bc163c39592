import { expect, test } from 'vitest'
import { createReadiness, NotReady, type ReadinessParts } from './readiness.ts'

const works = async () => Promise.resolve()
const parts = (more: Partial<ReadinessParts>): ReadinessParts => ({
  database: { ping: works, transactAcross: works } as unknown as ReadinessParts['database'],
  ledger: { health: () => ({ waitingFor: 0, failedAgo: null }) },
  keyProvider: {},
  ...more,
})

test('is not ready while the ledger does not write', async () => {
  let health: ReturnType<ReadinessParts['ledger']['health']> = { waitingFor: 60_000, failedAgo: null }
  const ready = createReadiness(parts({ ledger: { health: () => health } }))
  await expect(ready()).rejects.toThrow(new NotReady('ledger stuck'))
  health = { waitingFor: 0, failedAgo: 100 }
  await expect(ready()).rejects.toThrow(new NotReady('ledger failing'))
  health = { waitingFor: 0, failedAgo: 60_000 }
  await ready()
})

test('is not ready while the keys are away, and recovers', async () => {
  let isAway = true
  const ping = async (): Promise<void> => {
    if (isAway) throw new Error('away')
  }
  const ready = createReadiness(parts({ keyProvider: { ping } }))
  await expect(ready()).rejects.toThrow('away')
  isAway = false
  await ready()
})
