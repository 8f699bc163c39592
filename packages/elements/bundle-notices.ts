import { MagicString } from 'magic-string'
import type { Plugin, RenderedChunk } from 'rollup'
import { noticeLines, packageFolderOf, runtimePackages, thirdPartyNotices } from '../../scripts/third-party-notices.ts'

const notices = 'THIRD-PARTY-NOTICES.txt'

/** The third-party packages of which something is left in a chunk, with those that are inside them. */
const packagesOf = ({ modules }: Pick<RenderedChunk, 'modules'>): readonly string[] =>
  runtimePackages(
    new Set(
      Object.entries(modules).flatMap(([id, { renderedLength }]) =>
        renderedLength > 0 ? (packageFolderOf(id) ?? []) : [],
      ),
    ),
  )

/**
 * Says at the head of each file of a bundle what it contains of others and under which licenses, and writes their license texts beside
 * it. Goes after whatever takes comments out. Most licenses ask for both, however a portal copies the files.
 */
export const bundleNotices = (): Plugin => ({
  name: 'keep-notices',
  renderChunk(code, chunk) {
    const lines = noticeLines(packagesOf(chunk))
    if (lines.length === 0) return null
    const text = new MagicString(code)
    text.prepend(
      `/*! Contains:\n${lines.map((line) => ` * ${line}\n`).join('')} * License texts: ${notices} of @visitkit/elements. */\n`,
    )
    return { code: text.toString(), map: text.generateMap({ hires: true }) }
  },
  generateBundle(_, bundle) {
    const all = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? packagesOf(output) : []))
    const introduction =
      'visitkit.js of @visitkit/elements and the files that it loads from the folder visitkit contain the following software. The other modules import it and contain none of it.'
    this.emitFile({ type: 'asset', fileName: notices, source: thirdPartyNotices(introduction, [...new Set(all)]) })
  },
})
