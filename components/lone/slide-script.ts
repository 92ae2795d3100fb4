/**
 * Keys and swipes lead through the slides. To go to another address ends the full screen, so there the next slide takes
 * the place of this one.
 */
export const slideScript = `(function(){
function go(rel){
var link=document.querySelector("a[rel="+rel+"]");
if(!link)return;
if(rel==="up"||!document.fullscreenElement)return location.assign(link.href);
fetch(link.href).then(function(answer){if(!answer.ok)throw answer;return answer.text()}).then(function(text){
var other=new DOMParser().parseFromString(text,"text/html");
history.pushState(null,"",link.href);document.title=other.title;document.body.replaceWith(other.body);begin()
}).catch(function(){location.assign(link.href)})
}
function full(){document.fullscreenElement?document.exitFullscreen():document.documentElement.requestFullscreen().catch(function(){})}
function begin(){
var button=document.querySelector("button");
if(document.fullscreenEnabled){button.hidden=false;button.onclick=full}
}
var keys={ArrowRight:"next",PageDown:"next",ArrowLeft:"prev",PageUp:"prev",Escape:"up"},from;
addEventListener("keydown",function(event){
if(event.ctrlKey||event.altKey||event.metaKey||event.shiftKey)return;
if(event.key==="f"||event.code==="KeyF")full();
else if(keys[event.key]){event.preventDefault();go(keys[event.key])}
});
addEventListener("touchstart",function(event){from=event.touches.length===1?event.touches[0]:null},{passive:true});
addEventListener("touchend",function(event){
if(!from)return;
var to=event.changedTouches[0],by=to.clientX-from.clientX;
if(Math.abs(by)>50&&Math.abs(by)>2*Math.abs(to.clientY-from.clientY))go(by<0?"next":"prev");
from=null
},{passive:true});
addEventListener("popstate",function(){location.reload()});
begin()
})()`;
