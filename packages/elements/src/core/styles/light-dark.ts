/** Safari has `light-dark()` since 17.5, Firefox since 120, Chrome since 123. Servers have no `CSS`. */
export const hasLightDark: boolean = globalThis.CSS?.supports('color', 'light-dark(red,red)') ?? true
