import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { billOfMaterials } from './bill-of-materials.ts'
import { readManifest, runtimePackages } from './third-party-notices.ts'

const server = resolve(import.meta.dirname, '../packages/reference-server')

interface Bom {
  readonly metadata: { readonly component: { readonly purl: string } }
  readonly components: readonly { readonly purl: string; readonly licenses?: readonly unknown[] }[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
}

test('a bill of materials passes the schema of CycloneDX, and is the same each time', async () => {
  const text = billOfMaterials(server, runtimePackages([server]))
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6)
  expect(await validator.validate(text)).toBeNull()
  expect(await validator.validate(text.replace('"components"', '"parts"'))).not.toBeNull()
  expect(billOfMaterials(server, runtimePackages([server]).toReversed())).toBe(text)
})

test('it lists each package that npm installs at run time, with its license and what needs it', () => {
  const folders = runtimePackages([server])
  const { metadata, components, dependencies } = JSON.parse(billOfMaterials(server, folders)) as Bom
  expect(metadata.component.purl).toMatch(/^pkg:npm\/%40visitkit\/reference-server@/)
  const installed = new Set(
    folders.map((folder) => {
      const { name, version } = readManifest(folder)
      return `pkg:npm/${name.replace('@', '%40')}@${version}`
    }),
  )
  expect(new Set(components.map(({ purl }) => purl))).toEqual(installed)
  expect(installed.size).toBeGreaterThan(30)
  expect(components.filter(({ licenses = [] }) => licenses.length === 0)).toEqual([])
  const reached = new Set(dependencies.flatMap(({ dependsOn = [] }) => dependsOn))
  expect(reached).toEqual(installed)
  const koa = dependencies.find(({ ref }) => ref.startsWith('pkg:npm/koa@'))
  expect(koa?.dependsOn?.some((ref) => ref.startsWith('pkg:npm/http-errors@'))).toBe(true)
})
