/**
 * Places that a government site's address names: `code label label …`, one place a line; `label.gov.cn` and what stands under it
 * (sft.label.gov.cn) are that place's. Written by hand from the spelling of the names in pinyin; codes as in
 * `provinces-and-cities.ts`. Left out: spellings that two places share, unless one alone has the address.
 */
export const HOST_PLACES = `
11 beijing bj
12 tj tianjin
13 hebei
14 shanxi
15 nmg
21 ln liaoning
22 jl jilin
23 hlj
31 shanghai sh
32 jiangsu
33 zj zhejiang
34 ah anhui
35 fujian
36 jiangxi
37 shandong sd
41 henan
42 hubei
43 hunan
44 gd guangdong
45 gxzf guangxi
46 hainan
50 cq chongqing
51 sc sichuan
52 guizhou
53 yn yunnan
54 xizang
61 shaanxi
62 gansu
63 qinghai
64 nx ningxia
65 xinjiang
1301 sjz
1302 tangshan
1303 qhd
1305 xingtai
1307 zjk
1308 chengde
1309 cangzhou
1401 taiyuan
1402 dt
1403 yangquan yq
1404 changzhi
1405 jcgov
1406 shuozhou
1408 yuncheng
1409 sxxz
1410 linfen
1411 lvliang
1501 huhhot
1502 baotou
1503 wuhai
1504 chifeng
1505 tongliao
1506 ordos
1507 hlbe
1508 bynr
1509 wulanchabu
2101 shenyang
2102 dl
2103 anshan
2104 fushun
2105 benxi
2106 dandong
2108 yingkou
2110 liaoyang
2111 panjin
2201 changchun
2202 jlcity
2205 tonghua
2224 yanbian
2301 harbin
2302 qqhr
2306 daqing
2308 jms
2310 mdj
2311 heihe
3201 nanjing
3202 wuxi
3204 changzhou
3205 suzhou
3206 nantong
3207 lyg
3208 huaian
3209 yancheng
3210 yangzhou
3211 zhenjiang
3212 taizhou
3213 suqian
3301 hangzhou
3302 ningbo
3303 wenzhou
3304 jiaxing
3305 huzhou
3307 jinhua
3309 zhoushan
3311 lishui
3401 hefei
3402 wuhu
3403 bengbu
3404 huainan
3406 huaibei
3408 anqing
3410 huangshan
3411 chuzhou
3416 bozhou
3417 chizhou
3418 xuancheng
3501 fuzhou
3503 putian
3505 quanzhou
3506 zhangzhou
3508 longyan
3509 ningde
3602 jdz
3603 pingxiang
3604 jiujiang
3605 xinyu
3606 yingtan
3607 ganzhou
3609 yichun
3701 jinan
3702 qingdao
3703 zibo
3704 zaozhuang
3705 dongying
3706 yantai
3707 weifang
3708 jining
3709 taian
3710 weihai
3711 rizhao
3713 linyi
3714 dezhou
3715 liaocheng
3716 binzhou
3717 heze
4101 zhengzhou
4102 kaifeng
4103 luoyang
4104 pds
4105 anyang
4106 hebi
4107 xinxiang
4108 jiaozuo
4109 puyang
4110 xuchang
4111 luohe
4112 smx
4113 nanyang
4114 shangqiu
4115 xinyang
4116 zhoukou
4117 zhumadian
4201 wuhan
4202 huangshi
4203 shiyan
4205 yichang
4206 xiangyang
4207 ezhou
4208 jingmen
4209 xiaogan
4210 jingzhou
4212 xianning
4213 suizhou
4228 enshi
4301 changsha
4302 zhuzhou
4303 xiangtan
4304 hengyang
4305 shaoyang
4306 yueyang
4307 changde
4308 zjj
4309 yiyang
4311 yzcity
4312 huaihua
4401 gz guangzhou
4402 sg shaoguan
4403 sz shenzhen
4404 zhuhai
4405 shantou
4406 foshan
4407 jiangmen
4408 zhanjiang
4409 maoming
4412 zhaoqing
4413 huizhou
4414 meizhou
4415 shanwei
4416 heyuan
4417 yangjiang
4418 gdqy
4419 dg
4420 zs
4451 chaozhou
4452 jieyang
4453 yunfu
4501 nanning
4502 liuzhou
4503 guilin
4504 wuzhou
4505 beihai
4507 qinzhou
4510 baise
4513 laibin
4514 chongzuo
4601 haikou
4602 sanya
4604 danzhou
5101 chengdu
5104 panzhihua
5105 luzhou
5106 deyang
5109 suining
5110 neijiang
5111 leshan
5113 nanchong
5115 yibin
5117 dazhou
5118 yaan
5120 ziyang
5201 guiyang
5203 zunyi
5204 anshun
5205 bijie
5226 qdn
5227 qiannan
5223 qxn
5301 km kunming
5303 qj
5304 yuxi
5307 lijiang
5325 hh
5326 ynws
5329 dali
5333 nujiang
5334 diqing
5401 lasa
5404 linzhi
6101 xa xian
6102 tongchuan
6103 baoji
6104 xianyang
6105 weinan
6106 yanan
6107 hanzhong
6109 ankang
6201 lanzhou
6202 jyg
6205 tianshui
6207 zhangye
6208 pingliang
6209 jiuquan
6211 dingxi
6212 longnan
6301 xining
6302 haidong
6401 yinchuan
6402 shizuishan
6403 wuzhong
6501 wlmq urumqi
6502 klmy
6504 tlf
6505 hami
`;
