import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { licenseText, packageFolderOf, runtimePackages, thirdPartyNotices } from './third-party-notices.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'visitkit-notices-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const place = (path: string, manifest: object, files: Readonly<Record<string, string>> = {}): string => {
  const folder = join(root, path)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '1.2.3', ...manifest }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

test('indirect dependencies are listed too, with every notice complete', () => {
  const app = place('app', { name: 'app', dependencies: { outer: '1' } })
  place(
    'app/node_modules/outer',
    { name: 'outer', license: 'MIT', dependencies: { inner: '1' } },
    { LICENSE: 'Outer text' },
  )
  place(
    'app/node_modules/inner',
    { name: 'inner', license: 'ISC' },
    { 'license.md': 'Inner\r\ntext', NOTICE: 'Keep me' },
  )
  const folders = runtimePackages([app])
  const text = thirdPartyNotices('Introduction.', folders)
  expect(folders).toHaveLength(2)
  expect(text).toMatch(/^Introduction\./)
  expect(text).toContain('outer 1.2.3\nLicense: MIT\n\nOuter text')
  expect(text).toContain('Keep me\n\nInner\ntext')
})

test('a dependency that is not installed stops the build, an optional one does not', () => {
  const app = place('app', { name: 'app', optionalDependencies: { other: '1' } })
  expect(runtimePackages([app])).toEqual([])
  const broken = place('broken', { name: 'broken', dependencies: { missing: '1' } })
  expect(() => runtimePackages([broken])).toThrow('broken needs missing')
})

test('a package without a license file gets the standard text with its author', () => {
  const folder = place('bare', { name: 'bare', license: 'MIT', author: 'Ada Example <ada@example.org>' })
  expect(licenseText(folder)).toMatch(/^MIT License\s+Copyright \(c\) Ada Example\s+Permission is hereby granted/)
})

test('a package without a readable license stops the build', () => {
  const folder = place('odd', { name: 'odd', license: 'SEE LICENSE IN EULA' })
  expect(() => licenseText(folder)).toThrow('odd has no license file')
})

test('a file belongs to the innermost package around it, and a file of this repository to none', () => {
  const inner = place('app/node_modules/outer/node_modules/@scope/inner', { name: '@scope/inner' })
  expect(packageFolderOf(join(inner, 'dist/index.js'))).toBe(inner)
  expect(packageFolderOf(join(root, 'app/src/index.ts'))).toBeNull()
})
