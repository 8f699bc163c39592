import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

/**
 * Loaded before a server (`node --import`). The server reads one clearinghouse, one laboratory and one pharmacy account from its
 * environment; `organization-partners.ts` composes those of several organizations, from the same adapters. `BENCH_PACKAGES` is the
 * `packages` folder of another version, which then runs instead of this one.
 */
const folderUrl = (path: string): string => `${pathToFileURL(path).href}/`
const ownPackages = folderUrl(join(import.meta.dirname, '../../packages'))
const other = process.env['BENCH_PACKAGES']
const packages = other === undefined ? ownPackages : folderUrl(other)
const composePartners = `${packages}reference-server/src/composition/compose-partners.ts`
const composeServer = `${packages}reference-server/src/compose-server.ts`

registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context)
    const url = found.url.startsWith(ownPackages) ? `${packages}${found.url.slice(ownPackages.length)}` : found.url
    const isReplaced = url === composePartners && context.parentURL === composeServer
    return { ...found, url: isReplaced ? new URL('organization-partners.ts', import.meta.url).href : url }
  },
})
