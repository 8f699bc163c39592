import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library'
import { findDependency, readManifest, type Manifest } from './third-party-notices.ts'

const requireExpression = (license: string): void => {
  if (!/^\(?[\w.+-]+(?: (?:OR|AND|WITH) \(?[\w.+-]+\)?)+\)?$/.test(license))
    throw new RangeError(`"${license}" is no SPDX expression.`)
}

const { ComponentBuilder } = Contrib.FromNodePackageJson.Builders
const { ExternalReferenceFactory } = Contrib.FromNodePackageJson.Factories
const builder = new ComponentBuilder(
  new ExternalReferenceFactory(),
  new Contrib.License.Factories.LicenseFactory(requireExpression),
)

/** A package URL of npm: the `@` of a scope is percent-encoded (purl-spec, npm). */
const packageUrl = ({ name, version }: Manifest): string => `pkg:npm/${name.replace('@', '%40')}@${version}`

const componentOf = (folder: string): Models.Component => {
  const manifest = readManifest(folder)
  const component = builder.makeComponent(manifest as never, Enums.ComponentType.Library)
  if (component === undefined) throw new Error(`${folder}/package.json has no name.`)
  component.purl = packageUrl(manifest)
  component.bomRef.value = component.purl
  if (manifest.license === undefined) component.licenses.add(new Models.NamedLicense('See THIRD-PARTY-NOTICES.txt'))
  return component
}

/**
 * The bill of materials of a package: CycloneDX 1.6 as JSON, with the third-party packages in these folders (`runtimePackages`), their
 * licenses, and which needs which. It has no time and no serial number, so the same packages give the same bytes.
 *
 * @param own - The folder of the package.
 */
export const billOfMaterials = (own: string, folders: readonly string[]): string => {
  const root = componentOf(own)
  const components = new Map<string, Models.Component>()
  const byUrl = new Map<string | undefined, Models.Component>()
  // npm may install the same version in two places.
  for (const folder of folders.toSorted()) {
    const found = componentOf(folder)
    const component = byUrl.get(found.purl) ?? found
    byUrl.set(component.purl, component)
    components.set(folder, component)
  }
  const needed = new Set<Models.Component>()
  for (const [folder, component] of components) {
    const { dependencies = {}, optionalDependencies = {} } = readManifest(folder)
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const dependency = components.get(findDependency(folder, name) ?? '')
      if (dependency === undefined) continue
      component.dependencies.add(dependency.bomRef)
      needed.add(dependency)
    }
  }
  for (const component of byUrl.values()) if (!needed.has(component)) root.dependencies.add(component.bomRef)
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: root }),
    components: new Models.ComponentRepository(byUrl.values()),
  })
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)
  return `${new Serialize.JsonSerializer(factory).serialize(bom, { sortLists: true, space: 2 })}\n`
}
