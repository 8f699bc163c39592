import { inServer, serverTest, type Promised } from '../mutant.ts'

const disk = serverTest('tests/full-disk.test.ts', 'answers 503 to reads and writes')
const readiness = (name: string) => serverTest('platform/readiness.test.ts', name)
const ready = 'src/platform/readiness.ts'

export const gracefulDegradation: Promised = {
  subject: 'C55',
  clauses: {
    'A full disk is answered with 503, loses nothing, and needs no restart': [
      inServer(
        'C55-a-full-disk-is-our-fault',
        'src/platform/database/errors/database-error.ts',
        [' || (code !== null && outOfSpace.has(code))', ''],
        disk,
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
