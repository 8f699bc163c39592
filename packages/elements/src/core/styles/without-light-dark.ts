/**
 * Writes each `light-dark(a, b)` for browsers without it: of `--_light` and `--_dark` one is always empty and the other not set, so that one
 * color remains. `follow-scheme.ts` says which.
 */
export const withoutLightDark = (style: string): string =>
  style.replace(
    /light-dark\(((?:[^(),]|\([^()]*\))+),((?:[^()]|\([^()]*\))+)\)/g,
    (_, light: string, dark: string) => `var(--_light,${light.trim()}) var(--_dark,${dark.trim()})`,
  )
