import { elementTest, inFile, inServer, packageTest, serverTest, type Promised } from '../mutant.ts'

const disk = serverTest('tests/full-disk.test.ts', 'answers 503 to reads and writes')
const readiness = (name: string) => serverTest('platform/readiness.test.ts', name)
const ready = 'src/platform/readiness.ts'

const fallback = (id: string, change: readonly [string, string], name: string) =>
  inFile(
    `C55-${id}`,
    'packages/elements/src/video-room/sound-fallback.ts',
    change,
    elementTest('src/video-room/sound-fallback.test.ts', name),
  )

export const gracefulDegradation: Promised = {
  subject: 'C55',
  clauses: {
    'A poor connection turns the camera off, so that the sound goes on, and a good one offers it again': [
      fallback(
        'the-picture-goes-on',
        [
          "    if (quality === 'bad' && this.state === 'picture'",
          "    if (quality === 'unknown' && this.state === 'picture'",
        ],
        'the camera is turned off after ten seconds',
      ),
      fallback(
        'the-camera-is-not-offered',
        [
          "    if (quality === 'good' && this.state === 'sound')",
          "    if (quality === 'unknown' && this.state === 'sound')",
        ],
        'the camera is offered after ten seconds',
      ),
      fallback(
        'the-choice-is-overruled',
        ["this.#insists = this.state === 'sound'", 'this.#insists = false'],
        'a person who turns the camera on again',
      ),
      fallback(
        'said-though-it-failed',
        ['() => undefined,', "() => this.#become('sound'),"],
        'a camera that cannot be turned off',
      ),
    ],
    'What a killed server had taken over is sent by another, once': [
      inServer(
        'C55-claims-of-the-dead-stay',
        'src/platform/partners/transmission-write.ts',
        ['lease ?? dueAt', 'lease === null ? dueAt : expiresAt'],
        serverTest(
          'platform/partners/handed-transmissions.test.ts',
          'is sent by another process when this one was killed',
        ),
      ),
    ],
    'a partner that is down gets retries with one id until it is back': [
      inServer(
        'C55-one-attempt',
        'src/platform/partners/attempt-transmission.ts',
        ['return postpone(dueAt, unavailable?.code ?? faultOf(error), settleFailed)', "return dueAt ? 'over' : 'look'"],
        serverTest('platform/partners/transmissions.test.ts', 'a partner that is down gets retries under the same id'),
      ),
    ],
    'a request that is repeated has one key': [
      inFile(
        'C55-a-key-for-each-attempt',
        'packages/sdk/src/core/transport.ts',
        [
          "headers.set('authorization', `Bearer ${token}`)",
          "headers.set('authorization', `Bearer ${token}`)\n          headers.set('idempotency-key', crypto.randomUUID())",
        ],
        packageTest('sdk/src/core/transport.test.ts', 'one key per call'),
      ),
    ],
    'drafts stay': [
      inFile(
        'C55-drafts-are-not-read',
        'packages/elements/src/core/kept-text.ts',
        ['      this.#read = this.#open(client, subject)\n', ''],
        elementTest('src/core/kept-text.test.ts', 'is there again after the session ended'),
      ),
    ],
    'a telephone number is beside it': [
      inFile(
        'C55-no-number',
        'packages/elements/src/video-room/call-banner.ts',
        ['${view.phone ? orByPhone(t, view.phone) : nothing}', ''],
        elementTest('src/video-room/phone-in-each-state.test.ts', 'while the connection is too poor for a picture'),
      ),
    ],
    'A full disk is answered with 503, loses nothing, and needs no restart': [
      inServer(
        'C55-a-full-disk-is-our-fault',
        'src/platform/database/errors/database-error.ts',
        [' || (code !== null && outOfSpace.has(code))', ''],
        disk,
      ),
    ],
    'a connection that PostgreSQL ends is answered with 503, and does not end the server': [
      inServer(
        'C55-connection-ended-as-ready',
        'src/platform/database/open/open-postgres.ts',
        ['        if (lost !== undefined) throw lost\n', ''],
        serverTest(
          'platform/database/open/open-postgres.test.ts',
          'a connection that the server ends as it becomes ready',
        ),
      ),
    ],
    'readiness is refused while the disk is full, the ledger does not write, or the keys are away': [
      inServer(
        'C55-ready-on-a-full-disk',
        'src/compose-server.ts',
        [
          'ready: createReadiness({ database, ledger, keyProvider: platform.keyProvider })',
          'ready: () => database.ping()',
        ],
        disk,
      ),
      inServer(
        'C55-ready-without-a-ledger',
        ready,
        ['if (waitingFor > writesWithin) throw', 'if (waitingFor < 0) throw'],
        readiness('is not ready while the ledger does not write'),
      ),
      inServer(
        'C55-ready-without-keys',
        ready,
        ['    await keyProvider.ping?.()\n', ''],
        readiness('is not ready while the keys are away'),
      ),
    ],
  },
}
