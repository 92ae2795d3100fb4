import type { LoneChart } from "#lib/lone-chart";
import { baseStyle, schemeStyle } from "./style";

/** All sizes are parts of the slide's width, which is as large as the window lets it: nothing moves on another screen. */
export function slideStyle(theme: LoneChart["theme"]): string {
	return schemeStyle(theme) + baseStyle + layout;
}

const layout = `html{--u:min(1vw,1.77777vh)}
body.stage{display:grid;place-items:center;min-height:100vh;overflow:hidden}
.slide{display:flex;flex-direction:column;width:calc(var(--u)*100);height:calc(var(--u)*56.25);padding:calc(var(--u)*2.6) calc(var(--u)*4) calc(var(--u)*1.8);font-size:calc(var(--u)*1.6);line-height:1.35}
header{display:flex;justify-content:space-between;gap:calc(var(--u)*2);height:calc(var(--u)*10.4)}
h1{font-size:calc(var(--u)*5.6);line-height:1.08;letter-spacing:-.025em;font-weight:680;text-wrap:balance}
h1.long{font-size:calc(var(--u)*4.4)}
h1.longer{font-size:calc(var(--u)*3.5)}
header p{margin-top:calc(var(--u)*.7);font-size:calc(var(--u)*1.9);color:var(--muted)}
.code{flex:none}
.code svg{display:block;width:calc(var(--u)*9.6);height:calc(var(--u)*9.6);border-radius:calc(var(--u)*.5)}
main{flex:1;min-height:0;display:flex;align-items:center;gap:calc(var(--u)*4);padding:calc(var(--u)*1) 0}
main svg{display:block;width:100%;height:100%;overflow:visible}
.figure{font-size:calc(var(--u)*17);line-height:1;font-weight:680;letter-spacing:-.04em;color:var(--c0)}
.said{font-size:calc(var(--u)*2.4);max-width:calc(var(--u)*44)}
.nothing{font-size:calc(var(--u)*2.6)}
footer{color:var(--muted);font-size:calc(var(--u)*1.42)}
footer div{display:flex;justify-content:space-between;align-items:end;gap:calc(var(--u)*2)}
nav a,nav button{display:grid;place-items:center;min-width:24px;min-height:24px}
nav{display:flex;align-items:center;gap:calc(var(--u)*.8);white-space:nowrap}
.step{font-size:calc(var(--u)*2);padding:0 calc(var(--u)*.6);text-decoration:none}
span.step{color:var(--axis)}
nav button[hidden]{display:none}
button{font:inherit;color:var(--accent);background:none;border:0;padding:0;cursor:pointer;text-decoration:underline}
html:fullscreen nav{opacity:0}
html:fullscreen nav:focus-within{opacity:1}
@media print{@page{size:13.333in 7.5in;margin:0}html{--u:1vw;print-color-adjust:exact;-webkit-print-color-adjust:exact}body.stage{display:block;min-height:0}.slide{height:calc(var(--u)*56.2);break-inside:avoid}nav{display:none}}
`;
