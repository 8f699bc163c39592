import { describe, expect, it } from 'vitest'
import { readConfig, type Config } from '../config.ts'
import { createLogger } from '../platform/logging/logger.ts'
import { composeVideo } from './compose-video.ts'
import { anyEgress } from '../platform/egress/any-host.testing.ts'

const now = new Date('2026-11-25T15:00:00Z')
const request = {
  key: 'a-key',
  closesAt: new Date('2026-11-25T16:00:00Z'),
  maxParticipants: 3,
  features: [],
}
const openIn = async (mode: Config['mode']) => {
  const config: Config = { ...readConfig({}), mode }
  const { port } = composeVideo(config, () => now, createLogger({ level: 'error' }), anyEgress)
  return (await port.providerOf('an-organization', 'peer'))?.openRoom(request, now)
}

describe('video that no agreement for PHI covers', () => {
  it('refuses patients: production creates no room with it, whatever is configured', async () => {
    await expect(openIn('production')).rejects.toMatchObject({ code: 'capability_not_covered', status: 403 })
  })

  it('is available in development', async () => {
    await expect(openIn('development')).resolves.toMatchObject({ vendorRoomId: 'a-key' })
  })
})
