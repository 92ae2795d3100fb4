import { baseStyle, schemeStyle } from "#components/lone/style.ts";

/** Of the documents about one host: as the pages of the site look, in one column. */
export const hostStyle = `${schemeStyle("auto")}${baseStyle}
body{--soft:color-mix(in srgb,var(--ink) 5%,var(--paper));line-height:1.55;overflow-wrap:break-word}
h2,h3,h4,p,ul,dl,dd{margin:0;padding:0}
.simulation{padding:.5rem 1rem;font-size:.8125rem;font-weight:400;text-align:center;border-radius:0}
.masthead{padding:.5rem clamp(1rem,3vw,2.5rem);border-bottom:1px solid var(--grid)}
.brand{display:flex;align-items:center;gap:.75rem;min-height:2.75rem;color:var(--ink);font-size:1.125rem;font-weight:700;letter-spacing:-.014em;text-decoration:none}
main{max-width:60rem;margin:0 auto;padding:1.5rem clamp(1rem,3vw,2.5rem) 4rem}
.back{font-size:.8125rem;margin-bottom:1rem}
.back a{display:inline-block;padding:.15rem 0}
h1{font-size:clamp(1.75rem,1.4rem + 1.6vw,2.625rem);line-height:1.12;letter-spacing:-.022em;text-wrap:balance}
h2{font-size:clamp(1.25rem,1.17rem + .4vw,1.5rem);line-height:1.25;letter-spacing:-.012em;margin-bottom:.75rem}
h3{font-size:1.0625rem;line-height:1.35;margin:2rem 0 .25rem}
h4{font-size:1rem;line-height:1.35;font-weight:650}
.lead{margin-top:.75rem;max-width:46rem;font-size:clamp(1rem,.92rem + .4vw,1.125rem);line-height:1.45;color:var(--muted)}
.note{max-width:46rem;font-size:.8125rem;color:var(--muted)}
main>section{margin-top:3rem}
.section{padding:1rem 0;border-bottom:1px solid var(--grid)}
.section:last-of-type{border-bottom:0}
.said{display:grid;font-size:.9375rem;margin-top:.5rem}
.said>div{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:0 1.5rem;padding:.25rem 0}
.said dt{color:var(--muted)}
.said dd{overflow-wrap:anywhere}
.wide{overflow-x:auto;margin-top:.75rem}
table{width:100%;border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-size:.8125rem;font-weight:600;padding-bottom:.25rem}
th,td{text-align:left;vertical-align:baseline;padding:.36rem 1.25rem .36rem 0;border-bottom:1px solid var(--grid);line-height:1.4;font-weight:400}
thead th{font-size:.8125rem;font-weight:600;color:var(--muted);border-bottom-color:var(--axis);min-width:6rem}
.said ul{list-style:none}
summary{cursor:pointer;color:var(--accent);font-size:.9375rem;padding:.25rem 0}
.parts{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:1.25rem;font-size:.8125rem}
.parts a{padding:.35rem .75rem;border:1px solid var(--grid);border-radius:99px;color:var(--ink);text-decoration:none}
.parts a:hover{border-color:var(--accent);color:var(--accent)}
small{font-size:.8125rem;color:var(--muted)}
code{font:.9em ui-monospace,"SF Mono",Menlo,Consolas,monospace;background:var(--soft);padding:.1em .35em;border-radius:4px;overflow-wrap:anywhere}
.plain{padding-left:1.1rem;max-width:46rem}
.plain li+li{margin-top:.25rem}
.delete{border-top:1px solid var(--axis);padding-top:2rem}
.delete>p{max-width:46rem}
.delete h2:not(:first-child){margin-top:2rem}
.commands{margin-top:.5rem}
.commands>div{display:grid;grid-template-columns:minmax(0,12rem) minmax(0,1fr);gap:0 1rem;padding:.25rem 0}
.commands dt{color:var(--muted)}
.host-form{display:grid;gap:1rem;margin-top:1rem;max-width:34rem}
.field label{display:block;font-weight:600;margin-bottom:.25rem}
.field small{display:block;margin-top:.25rem}
.host-form input:not([type]){font:.9375rem ui-monospace,"SF Mono",Menlo,Consolas,monospace;width:100%;min-height:2.75rem;padding:.5rem .75rem;color:var(--ink);background:var(--paper);border:1px solid var(--axis);border-radius:6px}
.confirm{display:flex;gap:.75rem;align-items:baseline;min-height:1.5rem}
.confirm input{flex:none;width:1.25rem;height:1.25rem;margin:0;translate:0 .25rem;accent-color:var(--accent)}
.host-form button{font:inherit;font-weight:600;cursor:pointer;min-height:2.75rem;padding:.5rem 1.1rem;border:1px solid var(--accent);border-radius:6px;background:var(--accent);color:var(--paper)}
.host-form button:hover{box-shadow:0 0 0 3px color-mix(in srgb,var(--accent) 25%,transparent)}
@media(max-width:36rem){.said>div,.commands>div{grid-template-columns:minmax(0,1fr)}.said dd{padding-bottom:.35rem}}
@media print{.delete,.parts,.back,.masthead{display:none}}
`;
