import { css } from 'lit'
import { iconStyles } from './icon.ts'
import { tokens } from './tokens.ts'

/** The base of every element: the page's direction and color scheme, the type scale, and a few layout classes. */
export const baseStyles = [
  tokens,
  iconStyles,
  css`
    :host {
      display: block;
      /* What is hidden from view is placed within the element: it never stretches the page around it. */
      position: relative;
      box-sizing: border-box;
      container-type: inline-size;
      /* The page shows through, and no text touches the edge. */
      padding: var(--_padding);
      color: var(--_ink);
      font: calc(var(--_rem)) / 1.5 var(--_font);
      text-align: start;
      overflow-wrap: break-word;
      -webkit-text-size-adjust: 100%;
      text-size-adjust: 100%;
    }
    :host([hidden]),
    [hidden] {
      display: none !important;
    }
    /* A color scheme other than the page's needs its own background. */
    :host([theme]) {
      background: var(--_canvas);
    }
    :host([theme='auto']) {
      color-scheme: light dark;
    }
    :host([theme='light']) {
      color-scheme: light;
    }
    :host([theme='dark']) {
      color-scheme: dark;
    }
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }
    h2,
    h3,
    h4,
    p,
    ul,
    ol,
    dl,
    dd,
    fieldset,
    legend {
      margin: 0;
      padding: 0;
      border: 0;
      min-inline-size: 0;
    }
    ul,
    ol {
      list-style: none;
    }
    h2,
    h3,
    h4,
    legend {
      font-weight: 700;
      text-wrap: balance;
    }
    h2 {
      font-size: calc(var(--_rem) * 1.5625);
      line-height: 1.25;
      letter-spacing: -0.01em;
    }
    h3 {
      font-size: calc(var(--_rem) * 1.25);
      line-height: 1.3;
    }
    h4 {
      font-size: var(--_rem);
    }
    /* Words in another script keep their order, and stay on the side of the page's text. Longer texts follow their own direction. */
    :is(p, b, span, th, li, dt, h2, h3, h4, label)[dir]:not(.text, .text-block) {
      text-align: -webkit-match-parent;
      text-align: match-parent;
    }
    a {
      color: var(--_accent-text);
    }
    /* A telephone number is kept on one line if possible; it breaks only where it does not fit. */
    a[href^='tel:'] {
      display: inline-block;
    }
    /* Arrows follow the text direction. */
    [dir='rtl'] .dir {
      transform: scaleX(-1);
      transform-origin: center;
    }
    :focus-visible {
      outline: 3px solid var(--_accent);
      outline-offset: 2px;
    }
    [tabindex='-1']:focus-visible {
      outline: none;
    }
    .pad {
      padding: calc(var(--_s) * 5);
    }
    .stack {
      display: flex;
      flex-direction: column;
      gap: calc(var(--_s) * 4);
      min-inline-size: 0;
    }
    .tight {
      display: flex;
      flex-direction: column;
      gap: var(--_s);
      min-inline-size: 0;
    }
    .row {
      display: flex;
      gap: calc(var(--_s) * 3);
      align-items: center;
    }
    .wrap {
      flex-wrap: wrap;
    }
    /* With large text on a phone. */
    @container (max-width: 18rem) {
      .row {
        flex-wrap: wrap;
      }
    }
    .between {
      justify-content: space-between;
    }
    .grow {
      flex: 1;
    }
    .small {
      font-size: calc(var(--_rem) * 0.875);
    }
    .muted {
      color: var(--_muted);
    }
    .num {
      font-variant-numeric: tabular-nums;
    }
    .for-whom {
      margin-block-end: calc(var(--_s) * 2);
      font-weight: 700;
    }
    .note {
      border-inline-start: 3px solid var(--_accent);
      padding-inline-start: calc(var(--_s) * 3);
      color: var(--_muted);
      font-size: calc(var(--_rem) * 0.875);
    }
    .visually-hidden:not(:focus-within) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    @media (prefers-reduced-motion: reduce) {
      *,
      ::before,
      ::after {
        animation: none !important;
        transition: none !important;
      }
    }
  `,
]
