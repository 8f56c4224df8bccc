"""Traditional characters that are read as their simplified form is, for looking up phrases.

Common characters of phrases in which another character has several readings. Where several traditional ones became one
with another reading (乾 and 幹, 髮 and 發), they are not here: alone each has the reading that it has.
"""

_PAIRS = """
    銀银 長长 樂乐 覺觉 還还 為为 種种 處处 傳传 調调 轉转 數数 難难 當当 應应 將将 間间 結结 沒没 寧宁 強强 說说
    鮮鲜 飲饮 鑽钻 車车 東东 門门 問问 題题 時时 國国 學学 習习 書书 會会 員员 錢钱 經经 濟济 業业 務务 機机 場场
    電电 話话 視视 聽听 見见 觀观 現现 實实 體体 驗验 點点 線线 條条 邊边 過过 進进 遠远 達达 運运 選选 連连 開开 關关
    張张 陽阳 陰阴 陳陈 陸陆 隊队 際际 階阶 險险 隨随 雙双 雜杂 離离 靈灵 靜静 響响 頁页 頂顶 項项 順顺 須须 預预 領领
    頭头 顏颜 類类 顧顾 風风 飛飞 養养 館馆 馬马 驚惊 髒脏 鬧闹 魚鱼 鳥鸟 麗丽 黃黄 齊齐 齒齿 龍龙 龜龟 個个 們们 倉仓
    債债 傷伤 僅仅 價价 優优 兒儿 內内 兩两 冊册 凍冻 則则 創创 劃划 劇剧 劉刘 劍剑 動动 勞劳 勝胜 勢势 勵励 區区 協协
    單单 賣卖 買买 貝贝 負负 財财 貨货 販贩 責责 貴贵 費费 貿贸 資资 賓宾 賽赛 贏赢 贈赠 趙赵 趕赶 跡迹 軍军 軟软 較较
    載载 輕轻 輛辆 輪轮 輸输 農农 郵邮 鄉乡 醫医 釋释 針针 銷销 鋼钢 錄录 鍵键 鎮镇 鐵铁 鐘钟 閃闪 閉闭 閒闲 閣阁 陣阵
    複复 製制 裝装 補补 複复 襲袭 規规 親亲 計计 訂订 訊讯 討讨 訓训 記记 許许 設设 訪访 證证 評评 詞词 試试 詩诗 詳详
    語语 認认 誤误 請请 課课 誰谁 論论 諾诺 謀谋 講讲 謝谢 識识 警警 議议 護护 讀读 變变 讓让 貓猫 歲岁 歷历 歸归 殺杀
    氣气 漢汉 決决 況况 淚泪 淺浅 測测 湯汤 準准 滿满 漁渔 潔洁 濃浓 灣湾 無无 煙烟 熱热 燈灯 爭争 爾尔 爺爷 牆墙 狀状
    獎奖 獨独 獲获 獸兽 環环 產产 畫画 異异 療疗 盡尽 監监 盤盘 眾众 確确 碼码 禮礼 積积 穩稳 窮穷 競竞 筆笔 節节 範范
    築筑 簡简 籃篮 糧粮 紀纪 約约 紅红 級级 納纳 紙纸 純纯 細细 終终 組组 絕绝 統统 絲丝 給给 維维 網网 緊紧 緒绪 編编
    緣缘 縣县 縮缩 總总 績绩 織织 繞绕 繪绘 續续 罰罚 羅罗 義义 聖圣 聞闻 聯联 聲声 職职 膽胆 臉脸 臨临 舊旧 艙舱 藝艺
    節节 華华 萬万 葉叶 著著 蔣蒋 藍蓝 藥药 蘇苏 虛虚 號号 蟲虫 術术 衛卫 衝冲 蘭兰 師师 帶带 幫帮 幣币 廠厂 廣广 廳厅
    彈弹 彙汇 彎弯 徑径 從从 復复 徵征 恆恒 惡恶 愛爱 態态 慣惯 慶庆 憂忧 憶忆 戀恋 戰战 戲戏 戶户 執执 掃扫 採采
    揚扬 換换 損损 搖摇 擁拥 擇择 擊击 擔担 據据 擠挤 擴扩 攝摄 敗败 敵敌 斷断 書书 條条 來来 極极 構构 樣样 樓楼 標标
    樹树 橋桥 檢检 權权 歡欢 嗎吗 嚇吓 嚴严 圍围 園园 圓圆 圖图 團团 堅坚 報报 塊块 墊垫 壓压 壞坏 壯壮 夢梦 奪夺 奮奋
    媽妈 婦妇 孫孙 寫写 寬宽 審审 寶宝 對对 導导 屬属 島岛 幾几 庫库
"""
_SAME = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})


def simplified(text: str) -> str:
    """Return the text with these characters simplified, each in its place. It is for looking up, not for reading."""
    return text.translate(_SAME)
