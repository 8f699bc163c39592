import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'

/** The properties of a package's manifest that a notice and a bill of materials use. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly author?: string | { readonly name?: string }
  readonly repository?: string | { readonly url?: string }
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

/** The folder of the third-party package that contains a file; null for files of this repository. */
export const packageFolderOf = (file: string): string | null => {
  const inside = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file)?.[1]
  return inside === undefined || !existsSync(join(inside, 'package.json')) ? null : realpathSync(inside)
}

/** Resolves as Node does: next to the dependent or in a parent folder. */
export const findDependency = (dependent: string, name: string): string | null => {
  for (let folder = dependent; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return realpathSync(candidate)
    if (dirname(folder) === folder) return null
  }
}

/**
 * Third-party packages that the given folders depend on at run time, including the folders themselves when they are third-party. A package
 * that is published as one file contains its dependencies, so they count as bundled with it. Packages of types do not, because no program
 * contains them.
 *
 * @throws When a dependency that is not optional is not installed.
 */
export const runtimePackages = (folders: Iterable<string>): readonly string[] => {
  const found = new Set<string>()
  const visit = (folder: string): void => {
    if (found.has(folder)) return
    found.add(folder)
    const { name, dependencies = {}, optionalDependencies = {} } = readManifest(folder)
    for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const place = findDependency(folder, dependency)
      if (place !== null) visit(place)
      else if (!(dependency in optionalDependencies)) throw new Error(`${name} needs ${dependency}: run "npm ci"`)
    }
  }
  for (const folder of folders) visit(realpathSync(folder))
  return [...found]
    .filter((folder) => folder.split(sep).includes('node_modules') && !readManifest(folder).name.startsWith('@types/'))
    .toSorted()
}

const standardTexts = createRequire(import.meta.url)

/** For a package that names its license without a file: the standard text (SPDX), with its author where the text needs a holder. */
const standardText = ({ name, license = '', author }: Manifest): string => {
  // `X OR Y`: either may be chosen.
  const [id = ''] = license.replaceAll(/[()]/g, '').split(' OR ')
  const path = `spdx-license-list/licenses/${id}.json`
  let text: string
  try {
    text = (standardTexts(path) as { licenseText: string }).licenseText
  } catch {
    throw new Error(`${name} has no license file, and "${license}" is no SPDX license with a known text.`)
  }
  const holder =
    (typeof author === 'string' ? author : author?.name)?.replace(/\s*[<(].*$/, '') ?? `the authors of ${name}`
  return text
    .replace(/Copyright \(c\) <year> (?:<copyright holders>|<owner>|<name of author>)\.?/i, `Copyright (c) ${holder}`)
    .trim()
}

/** The license of one package, and every notice that must be kept, complete. */
export const licenseText = (folder: string): string => {
  const files = readdirSync(folder)
    .filter(
      (file) =>
        /^(licen[sc]es?|copying|notices?|third-?party-?notices?)([.-].*)?$/i.test(file) &&
        !/\.(js|ts|json)$/i.test(file),
    )
    .toSorted()
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  return texts.length > 0 ? texts.join('\n\n') : standardText(readManifest(folder))
}

const addressOf = ({ repository }: Manifest): string => {
  const url = (typeof repository === 'string' ? repository : repository?.url) ?? ''
  return url
    .replace(/^git\+/, '')
    .replace(/\.git$/, '')
    .replace(/^(?:github:)?([\w.-]+\/[\w.-]+)$/, 'https://github.com/$1')
}

const rule = '-'.repeat(80)

/**
 * The text of THIRD-PARTY-NOTICES.txt: name, version, license and full license text of each package, in order of their names.
 *
 * @param introduction - Why these packages are listed.
 */
export const thirdPartyNotices = (introduction: string, folders: readonly string[]): string =>
  [
    introduction,
    ...folders
      .map((folder) => ({ folder, manifest: readManifest(folder) }))
      .toSorted((a, b) => a.manifest.name.localeCompare(b.manifest.name) || a.folder.localeCompare(b.folder))
      .map(({ folder, manifest }) => {
        const heading = [
          `${manifest.name} ${manifest.version}`,
          `License: ${manifest.license ?? 'see below'}`,
          addressOf(manifest),
        ]
        return `${rule}\n${heading.filter(Boolean).join('\n')}\n\n${licenseText(folder)}`
      }),
  ].join('\n\n') + '\n'

/** One line for each package, for the head of a single file; the required notices are in the file next to it. */
export const noticeLines = (folders: readonly string[]): readonly string[] =>
  folders.map((folder) => {
    const { name, version, license = 'see the notices' } = readManifest(folder)
    const copyright = /^\s*(Copyright [^[\n]*\S)\s*$/im.exec(licenseText(folder))?.[1] ?? ''
    return [`${name} ${version}`, license, copyright].filter(Boolean).join(', ')
  })
