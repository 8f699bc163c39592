import { css } from 'lit'

/**
 * Three tiers of custom properties. A host page may set any public name (`--visit-*`) on the page, on `<visit-provider>` or on one element.
 * Private names (`--_*`) resolve inside each element, so that an inherited public value always wins.
 *
 * 1. primitive: raw values, named by value (`--visit-teal-7`);
 * 2. semantic: named by purpose (`--visit-color-accent`), light and dark in one line;
 * 3. component: named by component (`--visit-button-background`), used in the stylesheet of that component.
 */
export const tokens = css`
  :host {
    --_gray-0: var(--visit-gray-0, #fff);
    --_gray-1: var(--visit-gray-1, #f4f7f8);
    --_gray-2: var(--visit-gray-2, #dde4e8);
    --_gray-5: var(--visit-gray-5, #7a8891);
    --_gray-6: var(--visit-gray-6, #5f6e78);
    --_gray-7: var(--visit-gray-7, #51616c);
    --_gray-9: var(--visit-gray-9, #15232d);
    --_teal-2: var(--visit-teal-2, #e2f0f0);
    --_teal-7: var(--visit-teal-7, #0a6b70);
    --_teal-4: var(--visit-teal-4, #5cc2c0);

    --_ink: var(--visit-color-ink, light-dark(var(--_gray-9), #e8eef1));
    --_muted: var(--visit-color-muted, light-dark(var(--_gray-7), #a9b7bf));
    --_faint: var(--visit-color-faint, light-dark(var(--_gray-6), #8b9aa3));
    --_line: var(--visit-color-line, light-dark(var(--_gray-2), #2b3a44));
    --_edge: var(--visit-color-edge, light-dark(var(--_gray-5), #6b7a85));
    --_surface: var(--visit-color-surface, light-dark(var(--_gray-0), #17232b));
    --_canvas: var(--visit-color-canvas, light-dark(var(--_gray-1), #101a21));
    --_accent: var(--visit-color-accent, light-dark(var(--_teal-7), var(--_teal-4)));
    --_accent-ink: var(--visit-color-accent-ink, light-dark(#fff, #06292b));
    --_accent-weak: var(--visit-color-accent-weak, light-dark(var(--_teal-2), #173638));
    --_accent-text: var(--visit-color-accent-text, var(--_accent));
    --_danger: var(--visit-color-danger, light-dark(#b3261e, #ff9a92));
    --_danger-ink: var(--visit-color-danger-ink, light-dark(#fff, #3a1d1b));
    --_danger-weak: var(--visit-color-danger-weak, light-dark(#fceceb, #3a1d1b));
    --_warn: var(--visit-color-warn, light-dark(#855400, #f2c063));
    --_warn-weak: var(--visit-color-warn-weak, light-dark(#fff4de, #362a12));
    --_ok: var(--visit-color-ok, light-dark(#1c6b3c, #80d3a0));
    --_ok-weak: var(--visit-color-ok-weak, light-dark(#e5f4ea, #16301f));

    --_rem: var(--visit-rem, 1rem);
    --_font: var(--visit-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --_s: var(--visit-space, calc(var(--_rem) / 4));
    --_padding: var(--visit-padding, calc(var(--_s) * 4));
    --_radius: var(--visit-radius, 10px);
    --_target: var(--visit-target, 44px);
  }
`
