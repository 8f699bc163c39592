import { MagicString } from 'magic-string'
import type { Plugin, RenderedChunk } from 'rollup'
import { billOfMaterials } from '../../scripts/bill-of-materials.ts'
import { noticeLines, packageFolderOf, runtimePackages, thirdPartyNotices } from '../../scripts/third-party-notices.ts'

const notices = 'THIRD-PARTY-NOTICES.txt'

/** The third-party packages with code in a chunk, including packages bundled inside them. */
const packagesOf = ({ modules }: Pick<RenderedChunk, 'modules'>): readonly string[] =>
  runtimePackages(
    new Set(
      Object.entries(modules).flatMap(([id, { renderedLength }]) =>
        renderedLength > 0 ? (packageFolderOf(id) ?? []) : [],
      ),
    ),
  )

/**
 * Writes a header into each file of a bundle that lists its third-party packages and licenses, and writes their license texts and the bill of materials next to it.
 * Must run after plugins that remove comments. Most licenses require both in every copy.
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
    const materials = runtimePackages(new Set([import.meta.dirname, ...all]))
    this.emitFile({ type: 'asset', fileName: 'sbom.cdx.json', source: billOfMaterials(import.meta.dirname, materials) })
  },
})
