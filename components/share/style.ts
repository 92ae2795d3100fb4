/** Of what the Share dialog shows, in the dialog and on its own page. It comes with them, and weighs on no other page. */
export const shareStyle = `
.sharing{--soft:color-mix(in srgb,var(--ink) 6%,var(--paper));font-size:.9375rem;line-height:1.5;color:var(--ink)}
.sharing h1{font-size:1.25rem;line-height:1.25;letter-spacing:-.01em;font-weight:650;margin:0 3rem 0 0;text-wrap:balance}
.sharing h2{font-size:1rem;font-weight:650;margin:0 0 .25rem}
.sharing p{margin:0}
.sharing .said{color:var(--muted);font-size:.8125rem;margin-top:.35rem}
.sharing .switches{display:flex;flex-wrap:wrap;gap:.5rem .75rem;margin:1rem 0}
.sharing .switch{display:flex;flex-wrap:wrap;background:var(--soft);border-radius:8px;padding:3px;font-size:.8125rem}
.sharing .switch a,.sharing .parts a{padding:.34rem .7rem;border-radius:6px;color:var(--muted);font-weight:600;text-decoration:none}
.sharing .switch a:hover,.sharing .parts a:hover{color:var(--ink)}
.sharing .switch a[aria-current]{background:var(--paper);color:var(--ink);box-shadow:0 1px 2px rgb(0 0 0/.16)}
.sharing .parts{display:flex;flex-wrap:wrap;gap:0 .25rem;border-bottom:1px solid var(--grid);font-size:.875rem}
.sharing .parts a{white-space:nowrap;border-radius:6px 6px 0 0;padding:.5rem .75rem}
.sharing .parts a[aria-selected=true]{color:var(--accent);box-shadow:inset 0 -2px var(--accent)}
.sharing section{padding:1.1rem 0 .25rem}
.sharing section>p{color:var(--muted);margin-bottom:.75rem}
.sharing label,.sharing .label{display:block;font-size:.8125rem;color:var(--muted);font-weight:600}
.sharing input,.sharing textarea,.sharing select,.sharing pre{font:inherit;color:var(--ink);background:var(--soft);border:1px solid var(--grid);border-radius:6px;width:100%;padding:.5rem .65rem;min-width:0}
.sharing input,.sharing select{min-height:2.4rem}
.sharing select,.sharing form input{background:var(--paper);border-color:var(--axis);margin-top:.2rem;font-weight:400}
.sharing textarea,.sharing pre,.sharing input[readonly]{font:.8125rem/1.5 ui-monospace,"SF Mono",Menlo,Consolas,monospace}
.sharing textarea{display:block;resize:vertical;min-height:7.5rem;white-space:pre-wrap;word-break:break-all}
.sharing pre{margin:0;max-height:9rem;overflow:auto;white-space:pre;tab-size:2}
.sharing .field{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.5rem;align-items:center;margin:.2rem 0 .9rem}
.sharing .field:not(:has(button)){grid-template-columns:minmax(0,1fr)}
.sharing .field.tall{grid-template-columns:minmax(0,1fr)}
.sharing .field.tall>button{justify-self:end}
.sharing .copy,.sharing .act,.sharing form button{font:inherit;font-weight:600;cursor:pointer;border-radius:6px;border:1px solid var(--accent);padding:.4rem .9rem;min-height:2.4rem;background:var(--paper);color:var(--accent);text-decoration:none;white-space:nowrap}
.sharing form button:first-of-type{background:var(--accent);color:var(--paper)}
.sharing .copy:hover,.sharing form button:hover{box-shadow:0 0 0 2px color-mix(in srgb,var(--accent) 25%,transparent)}
.sharing .copy[data-done]{background:var(--accent);color:var(--paper)}
.sharing .choices{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,8.5rem),1fr));gap:.75rem;margin-bottom:1rem}
.sharing .preview{display:block;width:100%;height:14rem;object-fit:contain;padding:.5rem;margin:0 0 1rem;border-radius:8px;background:repeating-conic-gradient(var(--soft) 0 25%,var(--paper) 0 50%) 0/16px 16px}
.sharing .choices>:last-child:nth-child(5){grid-column:1/-1}
.sharing .acts{display:flex;flex-wrap:wrap;gap:.5rem}
.sharing .files{list-style:none;margin:0;padding:0;display:grid;gap:.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr))}
.sharing .files a{display:grid;grid-template-columns:3.4rem 1fr;gap:.75rem;align-items:center;padding:.7rem .8rem;border:1px solid var(--grid);border-radius:8px;color:var(--ink);text-decoration:none}
.sharing .files a:hover{border-color:var(--accent)}
.sharing .files strong{color:var(--accent);font-size:.875rem}
.sharing .files span{color:var(--muted);font-size:.8125rem}
.sharing .piece+.piece{margin-top:1.1rem}
.sharing .piece .named{display:flex;align-items:center;gap:.25rem 1rem;margin-bottom:.35rem}
.sharing .piece .label{flex:1}
.sharing .piece .copy{min-height:0;padding:.2rem .7rem;font-size:.8125rem}
.sharing .piece a{font-size:.8125rem}
.sharing .told{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media(max-width:30rem){.sharing .parts{gap:0}.sharing .parts a{padding:.5rem .4rem}}
@media(prefers-reduced-motion:no-preference){.sharing .copy{transition:background .15s,color .15s}}
@media(forced-colors:active){.sharing .switch a[aria-current],.sharing .parts a[aria-selected=true]{border:2px solid Highlight}}
`;

/** Of the page that stands in for the dialog where there is no JavaScript. */
export const sharePageStyle = `
.share-page{max-width:44rem;margin:0 auto;padding:clamp(1rem,4vw,3rem) clamp(1rem,4vw,2rem)}
.share-page .sharing h1{margin-right:0;font-size:1.6rem}
.share-page .back{margin-bottom:1.25rem;font-size:.875rem}
.share-page section+section{border-top:1px solid var(--grid);margin-top:1.25rem}
`;

/** Of the dialog around it. */
export const shareDialogStyle = `
.share-dialog{margin:max(.75rem,9vh) auto auto;width:min(46rem,calc(100vw - 1.5rem));max-height:calc(100dvh - max(1.5rem,12vh));padding:1.5rem clamp(1rem,3vw,1.75rem);border:0;border-radius:14px;background:var(--paper);color:var(--ink);box-shadow:0 24px 80px rgb(0 0 0/.35);overflow:auto;overscroll-behavior:contain}
.share-dialog::backdrop{background:rgb(10 14 18/.55)}
.share-dialog .close{position:absolute;top:1rem;right:1rem;width:2.4rem;height:2.4rem;border:0;border-radius:99px;background:none;color:var(--muted);font:400 1.5rem/1 system-ui,sans-serif;cursor:pointer}
.share-dialog .close:hover{background:color-mix(in srgb,var(--ink) 8%,var(--paper));color:var(--ink)}
.share-dialog section h2{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.share-dialog section{min-height:17rem}
@media(forced-colors:active){.share-dialog{border:2px solid}}
`;
