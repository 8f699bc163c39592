import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'rollup'

const manifest = join(import.meta.dirname, 'package.json')

/** Writes the version of package.json, the only place that defines it, into the build. */
export const writeVersion = (): Plugin => ({
  name: 'write-version',
  transform(code, id) {
    if (!/[\\/]core[\\/]version\.ts$/.test(id)) return null
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
    const written = code.replace("'source'", `'${version}'`)
    if (written === code) this.error('core/version.ts no longer says where the version goes')
    return { code: written, map: null }
  },
})
