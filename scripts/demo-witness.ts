import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { witnessKeyIn, type StartWitnessOptions } from '../packages/sandbox/src/witness/start-witness.ts'

/**
 * The witness of the demo's audit ledger, with its own key and log, which it keeps from one start to the next, and the matching configuration
 * of the server. In production another party runs it.
 */
export const demoWitness = async (
  folder: string,
  port: number,
): Promise<{ readonly sandbox: StartWitnessOptions; readonly environment: Readonly<Record<string, string>> }> => {
  await witnessKeyIn(folder)
  const tokenFile = join(folder, 'token')
  if (!existsSync(tokenFile)) await writeFile(tokenFile, randomBytes(32).toString('base64url'), { mode: 0o600 })
  const token = await readFile(tokenFile, 'utf8')
  return {
    sandbox: { port, token, folder },
    environment: {
      VISITKIT_WITNESS_URL: `http://localhost:${port}`,
      VISITKIT_WITNESS_KEY: join(folder, 'public-key.pem'),
      VISITKIT_WITNESS_TOKEN_FILE: tokenFile,
    },
  }
}
